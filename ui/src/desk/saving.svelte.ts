// The queue of saves: one after the other in the order in which they were made, none lost and none overtaken. One that
// fails stays at its head, with its value, until it is tried again or given up. "Saved" is said only once the core has
// answered.
import { Problem } from '$domain/core';

interface Save {
  run: () => Promise<void>;
  /** Called when a person gives it up. */
  drop: () => void;
}

/** Without an answer the core is asked again by itself after this many milliseconds. */
const AGAIN = 4000;

export class Saves {
  /** How many are not yet on the disk. */
  waiting = $state(0);
  /** Why the first of them is not. */
  problem = $state.raw<Problem>();
  /** When the core last said that something was saved, in milliseconds. */
  at = $state<number>();
  private readonly queue: Save[] = [];
  private running = false;
  private idle: (() => void)[] = [];

  /** Adds a save. It is tried until it succeeds or somebody gives it up. */
  add(run: () => Promise<void>, drop: () => void): void {
    this.queue.push({ run, drop });
    this.waiting = this.queue.length;
    void this.work();
  }

  /** Does something once all before it is saved; its own failure is the caller's. */
  async ask<T>(run: () => Promise<T>): Promise<T> {
    await this.settled();
    if (this.problem) throw this.problem;
    return run();
  }

  /** Tries the first one again. */
  retry(): void {
    this.problem = undefined;
    void this.work();
  }

  /** Gives the first one up. */
  giveUp(): void {
    this.queue.shift()?.drop();
    this.waiting = this.queue.length;
    this.retry();
  }

  /** When nothing waits, or what waits has failed. */
  settled(): Promise<void> {
    if (!this.running && (this.queue.length === 0 || this.problem)) return Promise.resolve();
    return new Promise((done) => this.idle.push(done));
  }

  private async work(): Promise<void> {
    if (this.running) return;
    this.running = true;
    let next = this.queue[0];
    while (next && !this.problem) {
      await this.attempt(next);
      next = this.queue[0];
    }
    this.running = false;
    for (const done of this.idle.splice(0)) done();
  }

  private async attempt(save: Save): Promise<void> {
    try {
      await save.run();
      this.queue.shift();
      this.waiting = this.queue.length;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
      if (this.problem.code === 'core-unreachable') setTimeout(() => this.retry(), AGAIN);
    }
  }
}
