// The office's list: filters over what the core gave, registers that do not open, sums, and what a workbook came to.
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../../tests/accessible';
import { useWords } from '../../../../tests/words';
import { filtered, type Filter, type Glance, type Row } from './centres.svelte';
import CentreTable from './CentreTable.svelte';
import Outcome from './Outcome.svelte';

const glance = (changed: Partial<Glance>): Glance => ({
  code: '24505105',
  name: 'KABIRO SECONDARY',
  type: 'school',
  year: '2026',
  candidates: 2,
  ready: 2,
  errors: 0,
  without_photograph: 0,
  owed: 0,
  paid: 0,
  approved: true,
  documents: [{ document: 'nominal-roll', day: '2026-03-31' }],
  waiting: 0,
  pictures: 0,
  contact: 1_790_000_000_000,
  changed: null,
  ...changed,
});
const rows: Row[] = [
  { register: 'ready', open: true, glance: glance({}), problem: null },
  {
    register: 'private',
    open: false,
    glance: glance({ code: '24505106', name: 'KABIRO PRIVATE', type: 'private', ready: 1, owed: 5900 }),
    problem: null,
  },
  {
    register: 'papers',
    open: false,
    glance: glance({
      code: '24505107',
      name: 'TAITO GIRLS',
      documents: [{ document: 'declaration', day: null }],
    }),
    problem: null,
  },
  { register: 'damaged', open: false, glance: null, problem: 'register.corrupt' },
];

beforeEach(() => useWords(['shared', 'office', 'problem']));

test.each<[Filter, string[]]>([
  ['all', ['ready', 'private', 'papers', 'damaged']],
  ['private', ['private', 'damaged']],
  ['open', ['private', 'damaged']],
  ['papers', ['papers', 'damaged']],
])('the filter %s leaves %j, and one that does not open always', (filter, left) => {
  expect(filtered(rows, filter).map(({ register }) => register)).toEqual(left);
});

test('each centre is a row with its actions, and the open one is not opened again', async () => {
  const [onopen, onpapers] = [vi.fn(), vi.fn()];
  const { container } = render(CentreTable, { rows, onopen, onpapers });
  await expectAccessible(container);
  expect(screen.queryByRole('button', { name: 'Open the register of KABIRO SECONDARY' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Open the register of KABIRO PRIVATE' }));
  expect(onopen).toHaveBeenCalledWith(rows[1]);
  const damaged = screen.getByRole('row', { name: /damaged/ });
  expect(within(damaged).queryByRole('button')).toBeNull();
  expect(damaged.textContent).toContain('put back a copy');
  expect(screen.getByRole('row', { name: /Together/ }).textContent).toContain('4 centres');
});

test('what a workbook came to is told centre by centre', () => {
  const one = { register: '', updated: 1, refused: 0, errors: true, workbook: null, problem: null };
  const problem = { code: 'register.locked', class: 'register', detail: 'locked', path: null };
  render(Outcome, {
    taken: [
      { ...one, code: '24505105', imported: 3 },
      { ...one, code: '24505106', imported: 0, problem },
    ],
  });
  const said = screen.getByRole('status').textContent;
  expect(said).toContain('24505105: 2 entered, 1 brought up to date');
  expect(said).toContain('24505106: nothing was taken in');
});
