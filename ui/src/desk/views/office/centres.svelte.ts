// The registers on this computer as the core lists them. Owns asking, and the filter over what came; every figure is the
// core's.
import { call, Problem, type Answer } from '$domain/core';
import { on } from '$domain/events';

export type Row = Answer<'centres.list'>[number];
export type Glance = NonNullable<Row['glance']>;
export type Filter = 'all' | 'private' | 'open' | 'papers';

const TASK = 'centres';

class Centres {
  rows = $state.raw<Row[]>();
  problem = $state.raw<Problem>();
  looking = $state(false);
  done = $state(0);
  total = $state(0);

  async look(): Promise<void> {
    if (this.looking) return;
    Object.assign(this, { looking: true, done: 0, total: 0, problem: undefined });
    const stop = on('progress', ({ task, done, total }) => {
      if (task === TASK) Object.assign(this, { done, total });
    });
    try {
      this.rows = await call('centres.list', { task: TASK });
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    } finally {
      stop();
      this.looking = false;
    }
  }

  cancel(): void {
    void call('tasks.cancel', { task: TASK });
  }
}

export const centres = new Centres();

export const papersThere = (glance: Glance) => glance.documents.filter(({ day }) => day !== null).length;

const passes: Record<Filter, (glance: Glance) => boolean> = {
  all: () => true,
  private: (glance) => glance.type === 'private',
  open: (glance) => glance.ready < glance.candidates || glance.errors > 0 || !glance.approved,
  papers: (glance) => papersThere(glance) < glance.documents.length,
};

/** A register that does not open is shown whatever is asked for. */
export function filtered(rows: Row[], filter: Filter): Row[] {
  return rows.filter(({ glance }) => !glance || passes[filter](glance));
}
