// One entry open in the form: what is typed and not yet handed on to be saved, and what the core thinks of it meanwhile.
// Every keystroke asks; only the answer to the latest is shown.
import { SvelteSet } from 'svelte/reactivity';
import { call } from '$domain/core';
import type {
  CandidateRow,
  EntryPreviewed,
  FeeParts,
  FindingView,
  SubjectChoice,
} from '$domain/bindings/commands';
import type { Sheet, Values } from './sheet.svelte';

let made = 0;

export class Entry {
  /** Fields that somebody has been in; of a new entry only these are spoken of. */
  readonly visited = new SvelteSet<string>();
  private typed = $state<Values>({});
  /** What stood in a field as its typing began: another window may write it meanwhile. */
  private begun: Values = {};
  private seen = $state.raw<EntryPreviewed>();
  private asking = false;
  private askAgain = false;

  private constructor(
    private readonly sheet: Sheet,
    readonly key: string,
    /** Begun empty on this screen. */
    readonly fresh: boolean,
  ) {}

  static of(sheet: Sheet, id: string): Entry {
    const entry = new Entry(sheet, id, false);
    entry.look();
    return entry;
  }

  static empty(sheet: Sheet): Entry {
    made += 1;
    return new Entry(sheet, `new-${made}`, true);
  }

  get row(): CandidateRow | undefined {
    return this.sheet.rowOf(this.key);
  }

  get id(): string | undefined {
    return this.sheet.idOf(this.key);
  }

  get editable(): boolean {
    return this.row === undefined || this.row.standing === 'entered';
  }

  value(field: string): string {
    return this.typed[field] ?? this.sheet.value(this.key, field);
  }

  /** Whether something in this field is not yet handed on. */
  isTyped(field: string): boolean {
    return this.typed[field] !== undefined && this.typed[field] !== this.sheet.value(this.key, field);
  }

  /** A keystroke. */
  type(field: string, value: string): void {
    this.begun[field] ??= this.sheet.value(this.key, field);
    this.typed[field] = value;
    this.look();
  }

  /** The field is left, or a choice made: it is saved. */
  commit(field: string, value?: string): void {
    if (value !== undefined) this.typed[field] = value;
    const typed = this.typed[field];
    if (typed === undefined) return;
    const was = this.begun[field] ?? this.sheet.value(this.key, field);
    this.sheet.save(this.key, { [field]: typed.trim() }, { [field]: was });
    delete this.typed[field];
    delete this.begun[field];
    this.look();
  }

  /** Everything typed is saved. */
  commitAll(): void {
    for (const field of Object.keys(this.typed)) this.commit(field);
  }

  /** All that is wrong with what stands here. */
  get all(): FindingView[] {
    return this.seen?.findings ?? this.row?.findings ?? [];
  }

  /** What is wrong, of fields that may be spoken of. */
  get findings(): FindingView[] {
    if (!this.fresh) return this.all;
    return this.all.filter((finding) => finding.fields.some((field) => this.visited.has(field)));
  }

  get fee(): FeeParts | undefined {
    return (this.seen ? this.seen.fee : this.row?.fee) ?? undefined;
  }

  get subjects(): SubjectChoice | undefined {
    return this.seen?.subjects;
  }

  /** Asks what the core thinks of what stands here now; one question at a time, the last one counts. */
  look(): void {
    this.askAgain = true;
    if (!this.asking) void this.ask();
  }

  private async ask(): Promise<void> {
    this.asking = true;
    while (this.askAgain) {
      this.askAgain = false;
      const values = this.values();
      const id = this.id;
      const seen = await call('candidates.preview', { ...(id ? { id } : {}), values }).catch(() => undefined);
      if (seen && !this.askAgain) this.seen = seen;
    }
    this.asking = false;
  }

  /** What differs from what is saved, as it would be saved. */
  private values(): { field: string; value: string }[] {
    const fields = this.sheet.form?.fields.map(({ name }) => name) ?? [];
    const saved = this.row?.fields ?? {};
    return fields
      .map((field) => ({ field, value: this.value(field) }))
      .filter(({ field, value }) => value !== (saved[field] ?? ''));
  }
}
