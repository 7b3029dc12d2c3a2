import { afterEach, expect, test } from 'vitest';
import { href, route } from './route.svelte';

afterEach(() => route.go('/'));

test('an address has its parts and its words', () => {
  route.go('/candidates/12?filter=no-photo');
  expect([route.area, route.parts, route.param('filter')]).toEqual([
    'candidates',
    ['candidates', '12'],
    'no-photo',
  ]);
  expect(route.param('other')).toBeUndefined();
});

test('words are set and taken away without a step in the history', () => {
  route.go('/candidates?filter=errors');
  const steps = history.length;
  route.set({ filter: undefined, sort: 'name' });
  expect(location.hash).toBe('#/candidates?sort=name');
  expect(history.length).toBe(steps);
});

test('without an address there is no area', () => {
  route.go('');
  expect([route.area, route.parts]).toEqual(['', []]);
  expect(href('/sync')).toBe('#/sync');
});
