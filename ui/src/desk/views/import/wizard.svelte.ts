// The way of a spreadsheet into the register: which step, what the core said of it, what was chosen so far. Owns the order
// of the steps; every reading, meaning and verdict is the core's. Stays while other screens are looked at.
import { call, Problem, type Answer } from '$domain/core';
import { on } from '$domain/events';
import { work } from '$domain/work.svelte';
import { base64Of } from '$domain/bytes';
import { merged, type Row } from './rows';

export type Step = 'choose' | 'sheet' | 'columns' | 'values' | 'rows' | 'done';
export type Opened = Answer<'import.open'>;
export type Columns = Answer<'import.columns'>;
export type Values = Answer<'import.map'>;
export type Applied = Answer<'import.apply'>;
export type GivenValue = { of: string; written: string; meaning: string };

const task = 'import';

class Wizard {
  step = $state<Step>('choose');
  opened = $state.raw<Opened>();
  sheet = $state<string>();
  columns = $state.raw<Columns>();
  /** What each column holds, as chosen so far. */
  roles = $state<Record<number, string>>({});
  values = $state.raw<Values>();
  fields = $state.raw<string[]>([]);
  rows = $state.raw<Row[]>([]);
  applied = $state.raw<Applied>();
  busy = $state(false);
  progress = $state.raw<{ step: string; done: number }>();
  cancelling = $state(false);
  problem = $state.raw<Problem>();
  private register: string | undefined;

  /** Follows progress, and begins anew where another register was opened; for `$effect`. */
  begin(): () => void {
    if (this.register !== work.centre?.register) this.reset();
    this.register = work.centre?.register;
    return on('progress', ({ task: name, step, done }) => {
      if (name === task && this.busy) this.progress = { step, done };
    });
  }

  reset(): void {
    this.step = 'choose';
    this.opened = this.columns = this.values = this.applied = this.problem = undefined;
    [this.fields, this.rows, this.roles] = [[], [], {}];
    void call('import.close').catch(() => {});
  }

  openPath(path: string): Promise<boolean> {
    return this.open(async () => call('import.open', { path, name: null, base64: null }));
  }

  openBytes(file: File): Promise<boolean> {
    return this.open(async () =>
      call('import.open', { path: null, name: file.name, base64: await base64Of(file) }),
    );
  }

  private open(ask: () => Promise<Opened>): Promise<boolean> {
    return this.doing(async () => {
      this.opened = await ask();
      const usable = this.opened.sheets.filter((sheet) => sheet.has_data && !sheet.hidden);
      this.sheet = undefined;
      // A step is shown when what it shows is there: one that is shown sooner takes no press.
      if (usable.length > 1) this.step = 'sheet';
      else await this.askColumns(usable[0]?.name ?? null, null);
    });
  }

  /** The columns of a sheet; `headingRow` where a person says which it is. */
  chooseSheet(sheet: string | null, headingRow: number | null = null): Promise<boolean> {
    return this.doing(() => this.askColumns(sheet, headingRow));
  }

  private async askColumns(sheet: string | null, headingRow: number | null): Promise<void> {
    this.sheet = sheet ?? undefined;
    this.columns = await call('import.columns', { sheet, heading_row: headingRow, task });
    this.roles = Object.fromEntries(this.columns.columns.map(({ index, role }) => [index, role]));
    this.step = 'columns';
  }

  map(): Promise<boolean> {
    return this.doing(async () => {
      const roles = Object.entries(this.roles).map(
        ([index, role]) => [Number(index), role] as [number, string],
      );
      const heading_row = this.columns?.heading_row ?? 0;
      this.values = await call('import.map', { heading_row, roles, task });
      const nothingToAsk = this.values.groups.every((group) =>
        group.values.every((value) => value.meaning !== null && value.given === null),
      );
      if (nothingToAsk) await this.askRows([]);
      else this.step = 'values';
    });
  }

  stage(values: GivenValue[]): Promise<boolean> {
    return this.doing(() => this.askRows(values));
  }

  private async askRows(values: GivenValue[]): Promise<void> {
    const staged = await call('import.stage', { values, task });
    [this.fields, this.rows] = [staged.fields, staged.rows];
    this.applied = undefined;
    this.step = 'rows';
  }

  mend(cells: { row: number; field: string; value: string }[]): Promise<boolean> {
    return this.doing(async () => {
      const mended = await call('import.mend', { cells });
      this.fields = mended.fields;
      this.rows = merged(this.rows, mended.rows);
    });
  }

  apply(all: boolean): Promise<boolean> {
    return this.doing(async () => {
      this.applied = await call('import.apply', { all });
      this.rows = this.applied.rows;
      this.step = 'done';
    });
  }

  undo(): Promise<boolean> {
    return this.doing(async () => {
      await call('candidates.undo');
      this.reset();
    });
  }

  saveLeftover(path: string): Promise<boolean> {
    return this.doing(async () => void (await call('import.save-leftover', { path })));
  }

  saveTemplate(path: string): Promise<boolean> {
    return this.doing(async () => void (await call('import.save-template', { path })));
  }

  cancel(): void {
    this.cancelling = true;
    void call('tasks.cancel', { task }).catch(() => {});
  }

  /** Does it and says whether it went well; a problem stays on the screen until the next try. */
  private async doing(work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.cancelling = false;
    try {
      await work();
      this.problem = undefined;
      return true;
    } catch (thrown) {
      const problem = Problem.of(thrown);
      this.problem = problem.code === 'desk.stopped' ? undefined : problem;
      return false;
    } finally {
      this.busy = false;
      this.progress = undefined;
    }
  }
}

export const wizard = new Wizard();
