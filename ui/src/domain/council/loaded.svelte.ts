// What a page asked the council's server for and shows: the newest answer, or why there is none. Of two questions the
// later one counts; what is shown stays while it is asked anew.
import type { Refusal } from './ask';

export class Loaded<T> {
  value = $state.raw<T>();
  refusal = $state.raw<Refusal>();
  private turn = 0;

  async load(ask: () => Promise<T>): Promise<void> {
    const mine = ++this.turn;
    try {
      const value = await ask();
      if (mine === this.turn) [this.value, this.refusal] = [value, undefined];
    } catch (thrown) {
      if (mine === this.turn) this.refusal = thrown as Refusal;
    }
  }
}
