// What a page asked the council's server for and shows: the newest answer, or the server's refusal.
import { Newest } from '../newest.svelte';
import type { Refusal } from './ask';

export class Loaded<T> extends Newest<T, Refusal> {
  constructor() {
    super((thrown) => thrown as Refusal);
  }

  get refusal(): Refusal | undefined {
    return this.problem;
  }
}
