// The newest answer to a question that is asked again and again, or why there is none. Of two questions the later one
// counts; what is shown stays while it is asked anew. Whom it is asked, and what went wrong, is the caller's.
export class Newest<T, P> {
  value = $state.raw<T>();
  problem = $state.raw<P>();
  private turn = 0;

  constructor(private readonly problemOf: (thrown: unknown) => P) {}

  async load(ask: () => Promise<T>): Promise<void> {
    const mine = ++this.turn;
    try {
      const value = await ask();
      if (mine === this.turn) [this.value, this.problem] = [value, undefined];
    } catch (thrown) {
      if (mine === this.turn) this.problem = this.problemOf(thrown);
    }
  }
}
