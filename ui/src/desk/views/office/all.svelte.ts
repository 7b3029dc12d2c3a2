// Syncing every register on this computer in one go. Owns its progress and what came of it.
import { call, Problem, type Answer } from '$domain/core';
import { on } from '$domain/events';

const TASK = 'every-centre';

class All {
  running = $state(false);
  stopping = $state(false);
  name = $state('');
  done = $state(0);
  total = $state(0);
  came = $state.raw<Answer<'centres.sync'>>();
  problem = $state.raw<Problem>();

  async run(): Promise<void> {
    if (this.running) return;
    Object.assign(this, { running: true, stopping: false, name: '', done: 0, total: 0 });
    this.came = this.problem = undefined;
    const stop = on('progress', ({ task, step, done, total }) => {
      if (task === TASK) Object.assign(this, { name: step, done, total });
    });
    try {
      this.came = await call('centres.sync', { task: TASK, pictures: true });
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    } finally {
      stop();
      this.running = false;
    }
  }

  cancel(): void {
    this.stopping = true;
    void call('tasks.cancel', { task: TASK });
  }
}

export const all = new All();
