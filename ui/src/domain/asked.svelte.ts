// One thing asked of the core at a time: whether it is under way, and what went wrong. Owns no answer and no words.
import { Problem } from './core';

export class Asked {
  busy = $state(false);
  problem = $state.raw<Problem>();
  /** Beside `busy`, so that an effect that asks does not follow what it writes. */
  private running = false;

  /** Asks; nothing when it was refused, which `problem` then tells, or while another question is under way. */
  async ask<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.running) return undefined;
    this.running = this.busy = true;
    this.problem = undefined;
    try {
      return await work();
    } catch (thrown) {
      this.problem = Problem.of(thrown);
      return undefined;
    } finally {
      this.running = this.busy = false;
    }
  }
}
