import { expect, test } from 'vitest';
import { Pace } from './pace.svelte';

test('nothing is said before there is something to tell it from', () => {
  const pace = new Pace();
  pace.tell(0, 100, 0);
  pace.tell(10, 100, 1000);
  expect(pace.left).toBeUndefined();
});

test('what is left takes as long as what was done, measured from where it was first looked at', () => {
  const pace = new Pace();
  pace.tell(40, 100, 10_000);
  pace.tell(60, 100, 14_000);
  expect(pace.left).toBe(8);
  pace.tell(100, 100, 22_000);
  expect(pace.left).toBe(0);
});

test('another piece of work begins anew', () => {
  const pace = new Pace();
  pace.tell(90, 100, 0);
  pace.tell(100, 100, 10_000);
  pace.tell(0, 50, 11_000);
  expect(pace.left).toBeUndefined();
});
