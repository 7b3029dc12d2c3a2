import { describe, expect, test } from 'vitest';
import { counts, filtered, ofRule } from './filters';
import { finding, row } from './samples';

const rows = [
  row('first', { entry_code: '1' }, { photograph: 'hash', signed: true }),
  row('again', { entry_code: '2' }, { findings: [finding('name.single', 'warning', 'name')] }),
  row('some', { entry_code: '3' }, { photograph: 'hash', findings: [finding('gender', 'error', 'gender')] }),
  row('came', { entry_code: '1' }, { photograph: 'hash', came_from: '24505106' }),
  row('gone', { entry_code: '1' }, { standing: 'withdrawn' }),
  row('left', { entry_code: '1' }, { standing: 'moved' }),
];
const shown = (...chosen: string[]) => filtered(rows, new Set(chosen)).map(({ id }) => id);

test('without a filter everybody on the roll is shown', () => {
  expect(shown()).toEqual(['first', 'again', 'some', 'came']);
});

describe('each filter lets through whom it says', () => {
  test.each([
    ['errors', ['some']],
    ['warnings', ['again']],
    ['no-photo', ['again']],
    ['repeaters', ['again', 'some']],
    ['unsigned', ['again', 'some', 'came']],
    ['arrived', ['came']],
    ['withdrawn', ['gone']],
    ['moved', ['left']],
  ])('%s', (filter, who) => {
    expect(shown(filter)).toEqual(who);
    expect(counts(rows)[filter]).toBe(who.length);
  });
});

test('several filters let through whom all of them let through', () => {
  expect(shown('repeaters', 'no-photo')).toEqual(['again']);
});

test('who is being worked on stays, whatever is chosen', () => {
  expect(filtered(rows, new Set(['errors']), 'first').map(({ id }) => id)).toEqual(['first', 'some']);
  expect(ofRule(rows, 'gender', 'first').map(({ id }) => id)).toEqual(['first', 'some']);
});
