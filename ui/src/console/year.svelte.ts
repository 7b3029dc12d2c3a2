// Which examination year the pages show; the session says which there are.
import { session } from '$domain/council/session.svelte';

class Year {
  private chosen = $state<number>();

  get shown(): number {
    return this.chosen ?? session.view?.year ?? new Date().getFullYear();
  }

  choose(year: number): void {
    this.chosen = year;
  }
}

export const year = new Year();
