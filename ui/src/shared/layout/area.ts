// A screen as a product lists it: where it is, what it is called, how its code is fetched.
import type { Component } from 'svelte';

export interface Area {
  id: string;
  /** Id of the message that names it. */
  words: string;
  icon: string;
  /** Areas of words that it needs beside its own. */
  also?: string[];
  fetch: () => Promise<{ default: Component }>;
}
