// The time as a page counts it: to the second while somebody looks, for countdowns and ages.
import { createSubscriber } from 'svelte/reactivity';

const each = createSubscriber((tick) => {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
});

export const clock = {
  /** Milliseconds since 1970; whoever reads it in a template follows it. */
  get now(): number {
    each();
    return Date.now();
  },
};
