import { expect, test, vi } from 'vitest';
import { Problem } from '$domain/core';
import { Saves } from './saving.svelte';

const problem = new Problem({ code: 'register.disk-full' });

test('saves go one after the other in the order in which they were made', async () => {
  const saves = new Saves();
  const done: string[] = [];
  const slow = async (name: string, wait: number) => {
    await new Promise((go) => setTimeout(go, wait));
    done.push(name);
  };
  saves.add(() => slow('first', 15), vi.fn());
  saves.add(() => slow('second', 0), vi.fn());
  expect(saves.waiting).toBe(2);
  await saves.settled();
  expect(done).toEqual(['first', 'second']);
  expect(saves.waiting).toBe(0);
});

test('one that fails keeps its place until it is tried again, and nothing overtakes it', async () => {
  const saves = new Saves();
  const done: string[] = [];
  let full = true;
  saves.add(async () => {
    if (full) throw problem;
    done.push('first');
  }, vi.fn());
  saves.add(async () => void done.push('second'), vi.fn());
  await saves.settled();
  expect([saves.waiting, saves.problem?.code, done]).toEqual([2, 'register.disk-full', []]);
  await expect(saves.ask(async () => 'undo')).rejects.toBe(problem);
  full = false;
  saves.retry();
  await saves.settled();
  expect([saves.waiting, saves.problem, done]).toEqual([0, undefined, ['first', 'second']]);
});

test('one that is given up lets the others go on', async () => {
  const saves = new Saves();
  const [drop, second] = [vi.fn(), vi.fn(async () => {})];
  saves.add(() => Promise.reject(problem), drop);
  saves.add(second, vi.fn());
  await saves.settled();
  saves.giveUp();
  await saves.settled();
  expect(drop).toHaveBeenCalledOnce();
  expect(second).toHaveBeenCalledOnce();
});
