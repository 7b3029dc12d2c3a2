import { describe, expect, test } from 'vitest';
import { byKey, fitted, moved, sized, turned, type Size, type Square } from './crop';

const size: Size = [400, 600];

describe('the square', () => {
  test.each<[Square, Square]>([
    [
      [-50, -50, 100],
      [0, 0, 100],
    ],
    [
      [390, 590, 100],
      [300, 500, 100],
    ],
    [
      [10, 10, 900],
      [0, 10, 400],
    ],
    [
      [10.4, 10.6, 99.5],
      [10, 11, 100],
    ],
    [
      [10, 10, 2],
      [10, 10, 40],
    ],
  ])('%j stays inside the picture as %j', (asked, fits) => {
    expect(fitted(asked, size)).toEqual(fits);
  });

  test('moves no further than the edge', () => {
    expect(moved([0, 0, 100], -5, 20, size)).toEqual([0, 20, 100]);
  });

  test('grows and shrinks around its middle', () => {
    expect(sized([100, 100, 100], 140, size)).toEqual([80, 80, 140]);
    expect(sized([100, 100, 100], 60, size)).toEqual([120, 120, 60]);
  });

  test('shows the same piece after a turn, and is where it was after four', () => {
    const once = turned([10, 20, 100], size);
    expect(once).toEqual([480, 10, 100]);
    const twice = turned(once, [600, 400]);
    expect(turned(turned(twice, size), [600, 400])).toEqual([10, 20, 100]);
  });

  test('follows the keys, finer with Shift', () => {
    expect(byKey('ArrowRight', false, [0, 0, 100], size)).toEqual([12, 0, 100]);
    expect(byKey('ArrowDown', true, [0, 0, 100], size)).toEqual([0, 1, 100]);
    expect(byKey('+', true, [100, 100, 100], size)).toEqual([99, 99, 102]);
    expect(byKey('a', false, [0, 0, 100], size)).toBeUndefined();
  });
});
