// An answer of the core that a part of this screen shows, asked again whenever the core says that it is old.
import { call, Problem, type Answer, type Args } from '$domain/core';
import { on } from '$domain/events';
import { Newest } from '$domain/newest.svelte';

type Plain = {
  [K in Parameters<typeof call>[0]]: Record<string, never> extends Args<K> ? K : never;
}[Parameters<typeof call>[0]];

export class Followed<K extends Plain> extends Newest<Answer<K>, Problem> {
  constructor(private readonly name: K) {
    super(Problem.of);
  }

  /** For `$effect(() => followed.follow())`. */
  follow(): () => void {
    const again = () => void this.load(() => (call as (name: K) => Promise<Answer<K>>)(this.name));
    again();
    const stops = [on('sync', again), on('changed', again), on('state', again)];
    return () => stops.forEach((stop) => stop());
  }
}
