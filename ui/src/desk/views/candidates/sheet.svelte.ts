// The candidates as this screen holds them: the rows as the core last said, what is typed and not yet saved over them,
// and every change on its way to the core. Decides nothing of an entry.
import { SvelteMap } from 'svelte/reactivity';
import { call, Problem } from '$domain/core';
import type {
  CandidateChanges,
  CandidateRow,
  EntryForm,
  FieldValue,
  UndoSteps,
} from '$domain/bindings/commands';
import { Saves } from '../../saving.svelte';

/** News is gathered for so many milliseconds before it is asked after; and after a failure. */
const QUIET = 120;
const LATER = 4000;

export type Values = Record<string, string>;

export class Sheet {
  rows = $state.raw<CandidateRow[]>([]);
  form = $state.raw<EntryForm>();
  steps = $state.raw<UndoSteps>({ undo: null, redo: null });
  loaded = $state(false);
  /** Why entries are amended; asked for once, after registration has closed. */
  reason = $state('');
  readonly saves = new Saves();
  readonly byId = $derived(new Map(this.rows.map((row) => [row.id, row])));
  /** The rows with what is on its way to the disk laid over them; where nothing is, the very same row. */
  readonly shown = $derived(this.laidOver());
  /** Values on their way to the disk, by the row's id or the key of a new entry. */
  private readonly pending = new SvelteMap<string, Values>();
  private readonly ids = new SvelteMap<string, string>();
  private heard: string[] | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly askReason: () => Promise<string>) {}

  async load(): Promise<void> {
    const [form, sheet] = await Promise.all([call('candidates.form'), call('candidates.list')]);
    this.form = form;
    this.rows = sheet.rows;
    this.steps = sheet.steps;
    this.loaded = true;
  }

  /** The id of a candidate entered under a key of this screen's, or the id itself. */
  idOf(key: string): string | undefined {
    return this.ids.get(key) ?? (this.byId.has(key) ? key : undefined);
  }

  rowOf(key: string): CandidateRow | undefined {
    return this.byId.get(this.ids.get(key) ?? key);
  }

  /** What stands in a field: what is on its way, or else what is saved. */
  value(key: string, field: string): string {
    const id = this.ids.get(key) ?? key;
    const waiting = this.pending.get(key)?.[field] ?? this.pending.get(id)?.[field];
    return waiting ?? this.byId.get(id)?.fields[field] ?? '';
  }

  private laidOver(): CandidateRow[] {
    if (this.pending.size === 0) return this.rows;
    const over = new Map([...this.pending].map(([key, values]) => [this.ids.get(key) ?? key, values]));
    return this.rows.map((row) => {
      const waiting = over.get(row.id);
      return waiting ? { ...row, fields: { ...row.fields, ...waiting } } : row;
    });
  }

  /** Saves values of one candidate, entering them if `key` is new. `was`: what stood there when the typing began. */
  save(key: string, values: Values, was: Values = {}): void {
    const before = (field: string) => was[field] ?? this.value(key, field);
    const from = Object.fromEntries(Object.keys(values).map((field) => [field, before(field)]));
    const differs = Object.entries(values).filter(([field, value]) => value.trim() !== from[field]);
    if (differs.length === 0) return;
    const changed = Object.fromEntries(differs);
    this.pending.set(key, { ...this.pending.get(key), ...changed });
    const release = () => this.release(key, changed);
    let seen: Values | undefined = from;
    this.saves.add(async () => {
      try {
        this.apply(await this.send(key, changed, seen), key);
      } catch (thrown) {
        // Now the person has been told of the other value: the next try means to overwrite it.
        if (Problem.of(thrown).code === 'window.changed-meanwhile') seen = undefined;
        throw thrown;
      }
      release();
    }, release);
  }

  private async send(key: string, values: Values, seen?: Values): Promise<CandidateChanges> {
    const list = Object.entries(values).map(([field, value]): FieldValue => ({ field, value }));
    const id = this.idOf(key);
    if (id === undefined) return call('candidates.enter', { values: list });
    const known = list.map((one) => (seen ? { ...one, was: seen[one.field]?.trim() ?? '' } : one));
    return call('candidates.change', { id, values: known, reason: await this.amending() });
  }

  /** After closing, why; asked for when it is first needed. */
  async amending(): Promise<string | undefined> {
    if (!this.form?.closed) return undefined;
    if (!this.reason.trim()) this.reason = await this.askReason();
    return this.reason;
  }

  private release(key: string, values: Values): void {
    const left = { ...this.pending.get(key) };
    for (const [field, value] of Object.entries(values)) if (left[field] === value) delete left[field];
    if (Object.keys(left).length > 0) this.pending.set(key, left);
    else this.pending.delete(key);
  }

  /** Does something else to the register, after all that waits is saved. */
  async change(run: () => Promise<CandidateChanges>): Promise<CandidateChanges> {
    return this.saves.ask(async () => {
      const changes = await run();
      this.apply(changes);
      return changes;
    });
  }

  private apply(changes: CandidateChanges, key?: string): void {
    const entered = changes.entered[0];
    if (key !== undefined && entered !== undefined && this.idOf(key) === undefined)
      this.ids.set(key, entered);
    this.rows = merged(this.rows, changes.rows, changes.gone);
    this.steps = changes.steps;
    this.saves.at = changes.at;
  }

  /** Somebody changed these candidates (none: everybody): asks for them once it is quiet. */
  hear(ids: string[]): void {
    this.heard = ids.length === 0 || this.heard?.length === 0 ? [] : [...(this.heard ?? []), ...ids];
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.saves.settled().then(() => this.follow()), QUIET);
  }

  private async follow(): Promise<void> {
    const ids = this.heard;
    this.heard = undefined;
    if (!ids) return;
    try {
      await (ids.length === 0 ? this.load() : this.fetch(ids));
    } catch {
      // What could not be asked now is asked later: the rows shown are old, not wrong.
      setTimeout(() => this.hear(ids), LATER);
    }
  }

  private async fetch(ids: string[]): Promise<void> {
    const [rows, steps] = await Promise.all([call('candidates.rows', { ids }), call('candidates.steps')]);
    const there = new Set(rows.map((row) => row.id));
    const gone = ids.filter((id) => !there.has(id));
    this.rows = merged(this.rows, rows, gone);
    this.steps = steps;
  }
}

const away = (row: CandidateRow) => row.standing !== 'entered';

/** The rows with others in their places; new ones go where the roll has them, those off the roll to the end. */
export function merged(rows: CandidateRow[], changed: CandidateRow[], gone: string[]): CandidateRow[] {
  const now = new Map(changed.map((row) => [row.id, row]));
  const out = new Set(gone);
  const stays = (row: CandidateRow) => {
    const other = now.get(row.id);
    return !out.has(row.id) && (!other || away(other) === away(row));
  };
  const kept = rows.filter(stays).map((row) => now.get(row.id) ?? row);
  const there = new Set(kept.map((row) => row.id));
  for (const row of changed) if (!there.has(row.id)) insert(kept, row);
  return kept;
}

function insert(rows: CandidateRow[], row: CandidateRow): void {
  const number = (one: CandidateRow) => one.fields['candidate_no'] ?? '';
  const after = rows.findIndex((other) =>
    away(row) ? false : away(other) || (number(row) !== '' && number(other) > number(row)),
  );
  rows.splice(after < 0 ? rows.length : after, 0, row);
}
