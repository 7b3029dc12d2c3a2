// Locks the window when nobody has touched it for as long as the settings say. Owns the counting; whether there is
// anything to lock is the core's.
import { call } from '$domain/core';
import { work } from '$domain/work.svelte';

const signs = ['keydown', 'pointerdown', 'wheel'] as const;

/** For `$effect(() => lockWhenIdle(minutes))`. */
export function lockWhenIdle(minutes: number): () => void {
  if (minutes === 0) return () => {};
  let waiting: ReturnType<typeof setTimeout>;
  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void lock(), minutes * 60_000);
  };
  const lock = () => (work.state?.locked ? undefined : call('people.lock').catch(() => {}));
  for (const sign of signs) addEventListener(sign, wait, { passive: true });
  wait();
  return () => {
    clearTimeout(waiting);
    for (const sign of signs) removeEventListener(sign, wait);
  };
}
