// One attempt after the other at something that the server may refuse: what is under way and what was refused.
import type { Refusal } from '$domain/council/ask';

export class Attempt {
  busy = $state(false);
  refused = $state.raw<Refusal>();

  /** Runs one attempt at a time; says whether it went through. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refused = undefined;
    try {
      await work();
      return true;
    } catch (refusal) {
      this.refused = refusal as Refusal;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
