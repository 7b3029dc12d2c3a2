import { beforeEach, expect, test, vi } from 'vitest';
import type { CandidateChanges, CandidateRow } from '$domain/bindings/commands';
import { row } from './samples';
import { merged, Sheet } from './sheet.svelte';

const { call } = vi.hoisted(() => ({ call: vi.fn() }));
vi.mock('$domain/core', async (original) => ({ ...(await original<object>()), call }));

const changes = (rows: CandidateRow[], entered: string[] = []): CandidateChanges => ({
  rows,
  gone: [],
  entered,
  unnumbered: [],
  left_alone: 0,
  steps: { undo: null, redo: null },
  at: 1,
});
const numbers = (rows: CandidateRow[]) => rows.map(({ id }) => id);

beforeEach(() => {
  call.mockReset();
});

test('a new entry is entered once, and what follows is changed under the id it was given', async () => {
  const sheet = new Sheet(async () => '');
  call.mockImplementation(async (name: string, args: { values: { field: string; value: string }[] }) => {
    const fields = Object.fromEntries(args.values.map(({ field, value }) => [field, value]));
    const before = sheet.byId.get('id-1')?.fields ?? {};
    return changes([row('id-1', { ...before, ...fields })], name === 'candidates.enter' ? ['id-1'] : []);
  });
  sheet.save('new-1', { name: 'AKINYI JANE' });
  sheet.save('new-1', { gender: 'F' });
  expect(sheet.value('new-1', 'gender')).toBe('F');
  await sheet.saves.settled();
  expect(call.mock.calls.map(([name, args]) => [name, args.id])).toEqual([
    ['candidates.enter', undefined],
    ['candidates.change', 'id-1'],
  ]);
  expect(sheet.rowOf('new-1')?.fields).toEqual({ name: 'AKINYI JANE', gender: 'F' });
});

test('what another window wrote meanwhile is told once, and overwritten only knowingly', async () => {
  const sheet = new Sheet(async () => '');
  sheet.rows = [row('a', { name: 'THEIRS' })];
  call.mockRejectedValueOnce({ code: 'window.changed-meanwhile', detail: 'THEIRS' });
  sheet.save('a', { name: 'MINE' }, { name: 'BEFORE' });
  await sheet.saves.settled();
  expect([sheet.value('a', 'name'), sheet.saves.problem?.detail]).toEqual(['MINE', 'THEIRS']);
  call.mockResolvedValueOnce(changes([row('a', { name: 'MINE' })]));
  sheet.saves.retry();
  await sheet.saves.settled();
  expect(call.mock.calls.map(([, args]) => args.values[0].was)).toEqual(['BEFORE', undefined]);
  expect(sheet.value('a', 'name')).toBe('MINE');
});

test('what is on its way is shown in its row at once, and every other row stays the very same', async () => {
  const sheet = new Sheet(async () => '');
  const [a, b] = [row('a', { name: 'OLD' }), row('b', { name: 'OTHER' })];
  sheet.rows = [a, b];
  expect(sheet.shown).toBe(sheet.rows);
  call.mockResolvedValueOnce(changes([row('a', { name: 'NEW' })]));
  sheet.save('a', { name: 'NEW' });
  expect(sheet.shown.map(({ fields }) => fields['name'])).toEqual(['NEW', 'OTHER']);
  expect([a.fields['name'], sheet.shown[1]]).toEqual(['OLD', b]);
  await sheet.saves.settled();
  expect(sheet.shown).toBe(sheet.rows);
  expect(sheet.rows[1]).toBe(b);
});

test('a value that could not be saved stays over the row until it is given up', async () => {
  const sheet = new Sheet(async () => '');
  sheet.rows = [row('a', { name: 'OLD' })];
  call.mockRejectedValue({ code: 'register.disk-full' });
  sheet.save('a', { name: 'NEW' });
  await sheet.saves.settled();
  expect([sheet.value('a', 'name'), sheet.saves.problem?.code]).toEqual(['NEW', 'register.disk-full']);
  sheet.saves.giveUp();
  expect(sheet.value('a', 'name')).toBe('OLD');
});

test('what does not differ is not sent', () => {
  const sheet = new Sheet(async () => '');
  sheet.rows = [row('a', { name: 'SAME' })];
  sheet.save('a', { name: ' SAME ', phone: '' });
  expect(sheet.saves.waiting).toBe(0);
});

test('after closing the reason is asked for once and goes with every change', async () => {
  const reason = vi.fn(async () => 'the name was wrong');
  const sheet = new Sheet(reason);
  sheet.form = { fields: [], subjects: [], needs: [], papers: [], closes: '2026-01-31', closed: true };
  sheet.rows = [row('a')];
  call.mockResolvedValue(changes([]));
  sheet.save('a', { name: 'A' });
  sheet.save('a', { phone: '07' });
  await sheet.saves.settled();
  expect(reason).toHaveBeenCalledOnce();
  expect(call.mock.calls.map(([, args]) => args.reason)).toEqual([
    'the name was wrong',
    'the name was wrong',
  ]);
});

test('rows keep their places; new ones come where their number stands, those withdrawn last', () => {
  const rows = [
    row('a', { candidate_no: '001' }),
    row('c', { candidate_no: '003' }),
    row('x', {}, { standing: 'withdrawn' }),
  ];
  expect(numbers(merged(rows, [row('b', { candidate_no: '002' })], []))).toEqual(['a', 'b', 'c', 'x']);
  expect(numbers(merged(rows, [row('n')], []))).toEqual(['a', 'c', 'n', 'x']);
  expect(numbers(merged(rows, [row('a', {}, { standing: 'withdrawn' })], []))).toEqual(['c', 'x', 'a']);
  expect(numbers(merged(rows, [row('x', { candidate_no: '002' })], ['a']))).toEqual(['x', 'c']);
});
