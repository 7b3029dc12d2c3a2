// The centre's details as this screen holds them: what the core last said, what is typed over it, and every change on its
// way to the core. Decides nothing of a detail.
import { SvelteMap } from 'svelte/reactivity';
import { call, Problem, type Answer } from '$domain/core';
import { Saves } from '../../saving.svelte';

export type Details = Answer<'centre.details'>;
export type Detail = Details['fields'][number];

export class CentreSheet {
  details = $state.raw<Details>();
  problem = $state.raw<Problem>();
  readonly saves = new Saves();
  private readonly byName = $derived(new Map(this.details?.fields.map((field) => [field.name, field])));
  private readonly typed = new SvelteMap<string, string>();
  /** What stood in a field as its typing began: another window may write it meanwhile. */
  private readonly begun = new Map<string, string>();

  async load(): Promise<void> {
    try {
      this.details = await call('centre.details');
      this.problem = undefined;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  }

  of(name: string): Detail | undefined {
    return this.byName.get(name);
  }

  value(name: string): string {
    return this.typed.get(name) ?? this.byName.get(name)?.value ?? '';
  }

  type(name: string, value: string): void {
    if (!this.begun.has(name)) this.begun.set(name, this.value(name));
    this.typed.set(name, value);
  }

  /** The field is left, or a choice made: it is saved. */
  leave(name: string): void {
    const [value, was] = [this.typed.get(name), this.begun.get(name) ?? ''];
    this.begun.delete(name);
    if (value === undefined) return;
    const release = () => void (this.typed.get(name) === value && this.typed.delete(name));
    if (value.trim() === was) return release();
    let seen: string | undefined = was;
    this.saves.add(async () => {
      try {
        const change = { field: name, value, ...(seen === undefined ? {} : { was: seen }) };
        this.saves.at = (await call('centre.change', change)).at;
      } catch (thrown) {
        // Now the person has been told of the other value: the next try means to overwrite it.
        if (Problem.of(thrown).code === 'window.changed-meanwhile') seen = undefined;
        throw thrown;
      }
      await this.load();
      release();
    }, release);
  }

  leaveAll(): void {
    for (const name of [...this.typed.keys()]) this.leave(name);
  }
}
