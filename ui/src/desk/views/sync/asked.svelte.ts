// An answer of the core that a part of this screen shows, asked again whenever the core says that it is old.
import { call, Problem, type Answer, type Args } from '$domain/core';
import { on } from '$domain/events';

type Plain = {
  [K in Parameters<typeof call>[0]]: Record<string, never> extends Args<K> ? K : never;
}[Parameters<typeof call>[0]];

export class Asked<K extends Plain> {
  answer = $state.raw<Answer<K>>();
  problem = $state.raw<Problem>();
  private turn = 0;

  constructor(private readonly name: K) {}

  /** For `$effect(() => asked.follow())`. */
  follow(): () => void {
    void this.ask();
    const again = () => void this.ask();
    const stops = [on('sync', again), on('changed', again), on('state', again)];
    return () => stops.forEach((stop) => stop());
  }

  async ask(): Promise<void> {
    const mine = ++this.turn;
    try {
      const answer = (await (call as (name: K) => Promise<Answer<K>>)(this.name)) as Answer<K>;
      if (mine === this.turn) [this.answer, this.problem] = [answer, undefined];
    } catch (thrown) {
      if (mine === this.turn) this.problem = Problem.of(thrown);
    }
  }
}
