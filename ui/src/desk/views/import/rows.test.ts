import { expect, test } from 'vitest';
import { counted, filtered, merged, nextWrong, type Row } from './rows';
import { letters } from './words';

const row = (number: number, fate: Row['fate'], worst: Row['worst'] = null): Row => ({
  row: number,
  fate,
  worst,
  about: '',
  cells: [],
  marks: {},
  mended: [],
});
const rows = [
  row(2, 'new'),
  row(3, 'new', 'error'),
  row(4, 'update', 'warning'),
  row(5, 'elsewhere'),
  row(6, 'refused'),
  row(7, 'skipped'),
];

test('rows are counted by what becomes of them and by what is wrong', () => {
  expect(counted(rows)).toEqual({
    all: 6,
    errors: 2,
    warnings: 1,
    new: 2,
    update: 1,
    elsewhere: 1,
    skipped: 1,
    readable: 3,
    clean: 2,
  });
});

test('errors are the rows with errors and the refused ones', () => {
  expect(filtered(rows, 'errors').map(({ row }) => row)).toEqual([3, 6]);
});

test('changed rows take their places', () => {
  expect(filtered(merged(rows, [row(3, 'new')]), 'errors').map(({ row }) => row)).toEqual([6]);
});

test('the next problem comes after the last one, and then the first again', () => {
  expect([undefined, 2, 3, 6].map((after) => nextWrong(rows, after)?.row)).toEqual([3, 3, 6, 3]);
  expect(nextWrong([row(2, 'new')], 2)).toBeUndefined();
});

test('columns are lettered as spreadsheet programs letter them', () => {
  expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
