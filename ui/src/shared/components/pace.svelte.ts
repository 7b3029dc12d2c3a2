// How long work still takes, from how far it came since it was first looked at. Owns the estimate; what is done is told.

/** So many seconds pass before anything is said: the first steps tell too little. */
const SETTLED = 2;

export class Pace {
  /** Seconds left; nothing while it cannot be told. */
  left = $state<number>();
  private from: { at: number; done: number } | undefined;

  /** How far it is, at a moment in milliseconds. */
  tell(done: number, total: number, at: number): void {
    if (!this.from || done < this.from.done) this.from = { at, done };
    const [passed, gone] = [(at - this.from.at) / 1000, done - this.from.done];
    this.left = passed > SETTLED && gone > 0 ? (passed / gone) * Math.max(0, total - done) : undefined;
  }
}
