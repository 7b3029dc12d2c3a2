import { expect, test } from 'vitest';
import { matches, narrowed } from './choice';

test.each([
  ['CHEBET MWIKALI NJOROGE', 'njo che', true],
  ['GĨTHĨNJI WANJIKŨ', 'wanjiku', true],
  ['233 Chemistry', '233', true],
  ['Chemistry', 'emi', false],
  ['Chemistry', '', true],
])('%j is found by %j: %j', (text, typed, found) => expect(matches(text, typed)).toBe(found));

test('choices narrow by code, label and detail', () => {
  const choices = [
    { value: '101', label: 'English' },
    { value: '102', label: 'Kiswahili', detail: 'lugha' },
  ];
  expect(narrowed(choices, '102')).toEqual([choices[1]]);
  expect(narrowed(choices, 'lug')).toEqual([choices[1]]);
  expect(narrowed(choices, ' ')).toEqual(choices);
});
