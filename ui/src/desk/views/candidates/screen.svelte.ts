// What is shown and where one is: filters, search, the row that is active, the entry in the form. Owns the moves between
// them; the focus is never on a row that has gone.
import { SvelteSet } from 'svelte/reactivity';
import { t } from '$shared/words';
import type { GridPlace, GridSort, RowKey } from '$shared/grid/columns';
import { notices } from '$shared/components/notices.svelte';
import { call, Problem } from '$domain/core';
import type { CandidateChanges, CandidateRow, FindingView } from '$domain/bindings/commands';
import { Reason } from '../../reason.svelte';
import { columnsOf, sorted } from './columns';
import { Entry } from './entry.svelte';
import { counts, filtered, ofRule } from './filters';
import { stepName } from './history';
import { Sheet } from './sheet.svelte';

export class Screen {
  readonly asked = new Reason();
  readonly sheet = new Sheet(() => this.amendment());
  readonly chosen = new SvelteSet<string>();
  readonly marked = new SvelteSet<RowKey>();
  words = $state('');
  /** Only those whom this rule concerns, as a link of another screen asked. */
  rule = $state<string>();
  sort = $state<GridSort>();
  active = $state<GridPlace>();
  /** In the form; none: the grid has all the room. */
  entry = $state.raw<Entry>();
  problem = $state.raw<Problem>();
  private found = $state.raw<string[]>();
  private asking = 0;

  readonly columns = $derived(this.sheet.form ? columnsOf(this.sheet.form) : []);
  readonly counts = $derived(counts(this.sheet.rows));
  readonly rows = $derived(this.visible());

  private visible(): CandidateRow[] {
    const held = this.entry ? this.entry.id : (this.active?.row as string | undefined);
    const rows = ofRule(filtered(this.searched(), this.chosen, held), this.rule, held);
    const column = this.columns.find(({ id }) => id === this.sort?.column);
    return sorted(rows, column, this.sort?.direction ?? 'ascending');
  }

  /** Best first while somebody searches; withdrawn ones too, for they may be whom one looks for. */
  private searched(): CandidateRow[] {
    if (!this.found) return this.sheet.shown;
    const shown = new Map(this.sheet.shown.map((row) => [row.id, row]));
    return this.found.flatMap((id) => shown.get(id) ?? []);
  }

  async load(): Promise<void> {
    try {
      await this.sheet.load();
      this.problem = undefined;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  }

  /** Looks for what is typed; only the answer to the latest counts. */
  async search(words: string): Promise<void> {
    const mine = ++this.asking;
    if (!words.trim()) {
      this.found = undefined;
      return;
    }
    const found = await call('candidates.search', { words }).catch(() => []);
    if (mine === this.asking) this.found = found.map(({ id }) => id);
  }

  /** Opens a candidate in the form. */
  open(id: string): void {
    if (this.entry?.id === id) return;
    this.entry?.commitAll();
    this.entry = Entry.of(this.sheet, id);
    this.active = { row: id, column: this.active?.column ?? 'name' };
  }

  begin(): void {
    this.entry?.commitAll();
    this.entry = Entry.empty(this.sheet);
  }

  close(): void {
    this.entry?.commitAll();
    const id = this.entry?.id;
    this.entry = undefined;
    if (id) this.active = { row: id, column: this.active?.column ?? 'name' };
  }

  /** From one entry to the next: after a new one another new one, else down the list. */
  next(by: 1 | -1): void {
    const { entry, rows } = this;
    const at = rows.findIndex((row) => row.id === entry?.id);
    const to = rows[at + by];
    if (entry?.fresh && by === 1) this.begin();
    else if (entry?.fresh) this.open(rows.filter((row) => row.id !== entry.id).at(-1)?.id ?? '');
    else if (to) this.open(to.id);
    else if (by === 1) this.begin();
  }

  /** The row above that of the form, or the last one for a new entry. */
  get above(): CandidateRow | undefined {
    const entered = this.sheet.rows.filter(({ standing }) => standing === 'entered');
    const id = this.entry?.id;
    if (!id) return entered.at(-1);
    const at = this.rows.findIndex((row) => row.id === id);
    return at > 0 ? this.rows[at - 1] : undefined;
  }

  /** Whom a command without a name means: who is in the form, else the active row. */
  get meant(): string | undefined {
    return this.entry?.id ?? (this.active?.row as string | undefined);
  }

  /** Those marked, or all who are shown where nobody is. */
  chosenIds(): string[] {
    const shown = this.rows.filter(({ standing }) => standing === 'entered').map(({ id }) => id);
    return this.marked.size > 0 ? shown.filter((id) => this.marked.has(id)) : shown;
  }

  /** Does something beside fields; what went wrong is told. */
  async doing(run: () => Promise<CandidateChanges>): Promise<CandidateChanges | undefined> {
    try {
      return await this.sheet.change(run);
    } catch (thrown) {
      const problem = Problem.of(thrown);
      notices.show([problem.words, problem.action].filter(Boolean).join(' '), { tone: 'error' });
      return undefined;
    }
  }

  async undo(): Promise<void> {
    await this.step('candidates.undo', 'candidates-undone');
  }

  async redo(): Promise<void> {
    await this.step('candidates.redo', 'candidates-redone');
  }

  private async step(name: 'candidates.undo' | 'candidates.redo', words: string) {
    this.entry?.commitAll();
    await this.sheet.saves.settled();
    const { steps } = this.sheet;
    const step = name === 'candidates.undo' ? steps.undo : steps.redo;
    if (!step) return;
    const what = stepName(step);
    const changes = await this.doing(() => call(name));
    if (!changes) return;
    if (this.entry?.id && changes.gone.includes(this.entry.id)) this.entry = undefined;
    const left = changes.left_alone > 0 ? t('candidates-left-alone', { count: changes.left_alone }) : '';
    notices.show(`${t(words, { what })} ${left}`.trim());
    this.entry?.look();
  }

  async withdraw(entry: Entry, because = ''): Promise<void> {
    const id = entry.id;
    if (!id) return;
    const name = entry.value('name') || entry.value('candidate_no');
    const reason = await this.asked.ask({
      title: t('candidates-withdraw-title', { name }),
      text: t('candidates-withdraw-text'),
      action: t('candidates-withdraw'),
      reason: because,
    });
    if (reason) await this.doing(() => call('candidates.withdraw', { id, reason }));
  }

  /** The next number of the entry code's range, for one who came from another centre without one. */
  async number(entry: Entry): Promise<void> {
    const id = entry.id;
    if (!id) return;
    const values = [{ field: 'candidate_no', value: '' }];
    await this.doing(async () => call('candidates.change', { id, values, ...(await this.why()) }));
  }

  async reinstate(entry: Entry): Promise<void> {
    const id = entry.id;
    if (!id) return;
    await this.doing(async () => call('candidates.reinstate', { id, ...(await this.why()) }));
  }

  async stand(entry: Entry, finding: FindingView): Promise<void> {
    await this.sheet.saves.settled();
    const id = entry.id;
    if (!id) return;
    const reason = await this.asked.ask({
      title: t('candidates-stand-title'),
      text: finding.what,
      action: t('candidates-stand-it'),
    });
    if (!reason) return;
    await this.doing(() => call('candidates.acknowledge', { id, rule: finding.rule, reason }));
    entry.look();
  }

  /** The same value for many: Ctrl+D over a block, Delete, the dialog. */
  async bulk(ids: string[], values: [field: string, value: string][]): Promise<void> {
    const edits = values.map(([field, value]) => ({ field, how: 'set' as const, value }));
    const changes = await this.doing(async () =>
      call('candidates.bulk', { ids, edits, ...(await this.why()) }),
    );
    if (changes && changes.rows.length > 0)
      this.tellUndo(t('candidates-bulk-done', { count: changes.rows.length }));
  }

  tellUndo(text: string): void {
    notices.show(text, { tone: 'good' });
  }

  /** The reason of an amendment, where one is asked for. */
  async why(): Promise<{ reason?: string }> {
    const reason = await this.sheet.amending();
    return reason ? { reason } : {};
  }

  private async amendment(): Promise<string> {
    const reason = await this.asked.ask({
      title: t('candidates-amend-title'),
      text: t('candidates-amend-text'),
      action: t('candidates-amend'),
    });
    if (!reason) throw new Problem({ code: 'window.no-amendment', class: 'input' });
    return reason;
  }
}
