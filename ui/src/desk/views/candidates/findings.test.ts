import { expect, test, vi } from 'vitest';
import { counts, filtered } from './filters';
import { messagesOf, nextProblem } from './findings';
import { finding, row } from './samples';

const rows = [
  row('a', { entry_code: '1' }, { findings: [finding('gender.invalid', 'error', 'gender')] }),
  row('b', { entry_code: '2' }, { photograph: 'hash', signed: true, came_from: '24505107' }),
  row('c', {}, { findings: [finding('name.single', 'warning', 'name'), finding('x', 'notice', 'phone')] }),
  row('w', {}, { standing: 'withdrawn' }),
  row('m', {}, { standing: 'moved', because: '24505106' }),
];
const ids = (chosen: string[], held?: string) => filtered(rows, new Set(chosen), held).map(({ id }) => id);

test.each([
  [[], ['a', 'b', 'c']],
  [['errors'], ['a']],
  [['warnings'], ['c']],
  [['no-photo'], ['a', 'c']],
  [['repeaters'], ['b']],
  [['unsigned'], ['a', 'c']],
  [['withdrawn'], ['w']],
  [['moved'], ['m']],
  [['arrived'], ['b']],
  [['errors', 'repeaters'], []],
])('the filters %j let %j through', (chosen, shown) => expect(ids(chosen)).toEqual(shown));

test('the row that somebody is in stays though no filter lets it through', () => {
  expect(ids(['errors'], 'b')).toEqual(['a', 'b']);
});

test('each filter says how many it lets through', () => {
  expect(counts(rows)).toMatchObject({ errors: 1, warnings: 1, 'no-photo': 2, withdrawn: 1 });
});

test('the next problem is in the same row, then in the next, and from the last on the first', () => {
  const fields = ['name', 'gender'];
  expect(nextProblem(rows, fields, undefined)).toEqual({ row: 'a', field: 'gender' });
  expect(nextProblem(rows, fields, { row: 'a', field: 'name' })).toEqual({ row: 'a', field: 'gender' });
  expect(nextProblem(rows, fields, { row: 'a', field: 'gender' })).toEqual({ row: 'c', field: 'name' });
  expect(nextProblem(rows, fields, { row: 'c', field: 'name' })).toEqual({ row: 'a', field: 'gender' });
  expect(nextProblem([rows[1]!], fields, undefined)).toBeUndefined();
});

test('a field says its own findings, errors first, a warning with the way to let it stand', () => {
  const run = vi.fn();
  const found = [
    finding('name.single', 'warning', 'name'),
    finding('name.missing', 'error', 'name'),
    finding('index.range', 'error', 'candidate_no', 'name'),
  ];
  const messages = messagesOf(found, 'name', { fix: vi.fn(), stand: { label: 'Let it stand', run } });
  expect(messages.map(({ severity, text }) => [severity, text])).toEqual([
    ['error', 'name.missing. Mend it.'],
    ['warning', 'name.single. Mend it.'],
  ]);
  messages[1]?.fix?.run();
  expect(run).toHaveBeenCalledWith(found[0]);
});
