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
  secondsLeft = $state<number>();
  came = $state.raw<Exchanged>();
  problem = $state.raw<Problem>();

  async run(pictures: boolean): Promise<void> {
    if (this.running) return;
    Object.assign(this, { running: true, stopping: false, step: 'connecting', done: 0, total: 0 });
    this.secondsLeft = this.came = this.problem = undefined;
    const began = Date.now();
    const stop = on('progress', (news) => {
      if (news.task !== TASK) return;
      Object.assign(this, { step: news.step, done: news.done, total: news.total });
      this.secondsLeft = left(began, news.done, news.total);
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

/** Seconds left, once enough went through to tell. */
function left(began: number, done: number, total: number): number | undefined {
  const passed = (Date.now() - began) / 1000;
  return passed > 3 && done > 0 ? Math.ceil((passed / done) * (total - done)) : undefined;
}

export const exchange = new Exchange();
