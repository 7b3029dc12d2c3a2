// The exchange with KNEC that a person began: it goes on while other screens are shown. Owns its progress and what came
// of it; decides nothing.
import { call, Problem, type Answer } from '$domain/core';
import { on } from '$domain/events';

export type Exchanged = Answer<'sync.run'>;

const TASK = 'sync';

class Exchange {
  running = $state(false);
  stopping = $state(false);
  step = $state('connecting');
  done = $state(0);
  total = $state(0);
  came = $state.raw<Exchanged>();
  problem = $state.raw<Problem>();

  async run(pictures: boolean): Promise<void> {
    if (this.running) return;
    Object.assign(this, { running: true, stopping: false, step: 'connecting', done: 0, total: 0 });
    this.came = this.problem = undefined;
    const stop = on('progress', (news) => {
      if (news.task !== TASK) return;
      Object.assign(this, { step: news.step, done: news.done, total: news.total });
    });
    try {
      this.came = await call('sync.run', { task: TASK, pictures });
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

export const exchange = new Exchange();
