// What somebody searched and what was found: kept while the area is shown, so that coming back from a candidate finds the
// list as it was. Never in an address, never in the browser's store.
import { searchCandidates, type Found } from '$domain/council/candidates';
import { Problem } from '$domain/problem';

export class Searched {
  text = $state('');
  county = $state('');
  found = $state.raw<Found>();
  problem = $state.raw<Problem>();
  busy = $state(false);
  private turn = 0;

  async search(year: number): Promise<void> {
    const text = this.text.trim();
    const mine = ++this.turn;
    if (text === '') return void (this.found = undefined);
    this.busy = true;
    try {
      const found = await searchCandidates({ text, year, county: this.county || undefined });
      if (mine === this.turn) [this.found, this.problem] = [found, undefined];
    } catch (thrown) {
      if (mine === this.turn) this.problem = Problem.of(thrown);
    } finally {
      if (mine === this.turn) this.busy = false;
    }
  }
}
