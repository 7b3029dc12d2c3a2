import { expect, test } from 'vitest';
import { places, seen } from './wide';

const widths = [40, 100, 60, 60, 60, 60, 60];
const lefts = [0, 40, 140, 200, 260, 320, 380];

test.each([
  ['at the left', 0, 300, [1, 5]],
  ['scrolled under the columns that stay', 70, 370, [2, 6]],
  ['at the right', 140, 440, [3, 7]],
  ['with room for all', 0, 2000, [1, 7]],
])('%s, what is to be seen and one more on either side is drawn', (_, from, to, drawn) => {
  expect(seen({ lefts, widths, frozen: 2, from, to })).toEqual(drawn);
});

test('columns that stay and the one with the focus are always drawn, in their order', () => {
  expect(places(7, 2, [4, 5], 6)).toEqual([0, 1, 4, 5, 6]);
  expect(places(7, 2, [4, 5], 3)).toEqual([0, 1, 3, 4, 5]);
  expect(places(7, 2, [4, 5], 4)).toEqual([0, 1, 4, 5]);
});
