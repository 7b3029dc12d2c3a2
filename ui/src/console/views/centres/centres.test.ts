import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../../tests/accessible';
import { useWords } from '../../../../tests/words';
import { session } from '$domain/council/session.svelte';
import Centres from './index.svelte';

let server: Record<string, unknown>;
let asked: string[];
const row = {
  ...{ centre: '24505105', name: 'KABIRO SECONDARY', county: '24', sub_county: '24505', kind: 'school' },
  ...{ candidates: 2, errors: 1, photographs_missing: 0, state: 'entered', last: 1_794_900_000_000 },
  ...{ conflicts: 0, held: 0, expected: 5800, paid: 0, withdrawn: 0 },
};
const unheard = {
  ...{
    centre: '24505106',
    name: '',
    county: '24',
    sub_county: '24505',
    kind: null,
    candidates: 0,
    errors: null,
  },
  ...{ photographs_missing: null, state: 'enrolled', last: null, conflicts: null, held: null },
  ...{ expected: null, paid: null, withdrawn: null },
};
const page = {
  ...row,
  ...{ year: 2026, fields: { head_teacher: 'MWALIMU MKUU' }, devices: [], slips: { count: 1, paid: 5800 } },
  roll: [
    {
      ...{ id: 'c1', number: '001', name: 'AKINYI JANE', gender: 'F', birth_year: '2008', entry_code: '1' },
      ...{
        state: 'entered',
        errors: 1,
        fee: 5800,
        photograph: true,
        marks: ['conflict'],
        centre: null,
        year: 2026,
      },
    },
  ],
  ...{ findings: [], uploads: [], subjects: { '101': 2 }, needs: { BL: null }, cases: [] },
};

beforeEach(async () => {
  await useWords([
    'shared',
    'console-shell',
    'console-centres',
    'console-because',
    'console-record',
    'console-overview',
    'console-problem',
  ]);
  asked = [];
  const nothing = { columns: [], rows: [] };
  server = {
    session: {
      ...{ stage: 'full', name: 'amina.w', role: 'operator', scope: [''], rights: ['console', 'decide'] },
      ...{ year: 2026, years: [2026], idle_seconds: 900, factors: [], enrols: [], resets: [] },
    },
    centres: { year: 2026, count: 2, rows: [row, unheard], next: '24505106' },
    'overview/counties': { columns: ['county', 'name'], rows: [['24', 'West Pokot']] },
    'overview/paragraphs': nothing,
    'overview/subjects': nothing,
    'centres/24505105': page,
    'centres/24505105/life': {
      centre: '24505105',
      sub_county: '24505',
      rows: [],
      next: ['relocate', 'merge'],
    },
  };
  vi.stubGlobal(
    'EventSource',
    class {
      addEventListener() {}
      close() {}
    },
  );
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    const path = address.split('/api/')[1] ?? '';
    asked.push(init.method === 'POST' ? `${path} ${String(init.body)}` : path);
    const body = server[path.split('?')[0]!];
    return Promise.resolve(
      new Response(JSON.stringify(body ?? { code: 'centre.foreign' }), { status: body ? 200 : 403 }),
    );
  });
  await session.begin();
});
afterEach(() => vi.unstubAllGlobals());

function open(path: string) {
  location.hash = path;
  dispatchEvent(new HashChangeEvent('hashchange'));
  render(Centres);
}

test('the list tells what is known of each, and of those unheard only that', async () => {
  open('/centres');
  const kabiro = await screen.findByRole('row', { name: /KABIRO SECONDARY/ });
  expect(kabiro).toHaveTextContent(/24505.*school.*All entered.*Ksh\s5,800/);
  expect(screen.getByRole('row', { name: /24505106/ })).toHaveTextContent(/no name yet.*Enrolled.*never/);
  expect(screen.getByRole('link', { name: /CSV/ })).toHaveAttribute(
    'href',
    expect.stringContaining('format=csv'),
  );
  await expectAccessible();
});

test('what a chart’s bar filters by stands as a label that can be taken away', async () => {
  open('/centres?weekday=1&clock=8&state=entered');
  await userEvent.click(await screen.findByRole('button', { name: 'Upload on Mon' }));
  await vi.waitFor(() => expect(asked.at(-1)).toMatch(/clock=8/));
  expect(asked.at(-1)).not.toMatch(/weekday/);
  expect(screen.getByLabelText('State')).toHaveValue('entered');
});

test('a filter begins the list anew, and the next page keeps the filters', async () => {
  open('/centres?after=24505104');
  await userEvent.selectOptions(
    await screen.findByLabelText('County'),
    await screen.findByRole('option', { name: '24 West Pokot' }),
  );
  await vi.waitFor(() => expect(asked.at(-1)).toBe('centres?year=2026&county=24'));
  await userEvent.click(await screen.findByRole('button', { name: 'Next page' }));
  await vi.waitFor(() => expect(asked.at(-1)).toBe('centres?year=2026&county=24&after=24505106'));
});

test('words of a name narrow the list as they are typed; Enter leads to the one that is left, or by a whole code', async () => {
  open('/centres?after=24505104');
  const sought = await screen.findByRole('searchbox', { name: 'Name or code of the centre' });
  server.centres = { year: 2026, count: 1, rows: [row], next: null };
  await userEvent.type(sought, 'second kab');
  await vi.waitFor(() => expect(asked.at(-1)).toBe('centres?year=2026&name=second+kab'));
  expect(await screen.findByText('1 centre')).toBeVisible();
  expect(sought).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(location.hash).toBe('#/centres/24505105');
});

test('a whole code leads to its centre, whether the list has it or not', async () => {
  open('/centres');
  const sought = await screen.findByRole('searchbox', { name: 'Name or code of the centre' });
  await userEvent.type(sought, '245 05 199{Enter}');
  expect(location.hash).toBe('#/centres/24505199');
});

test('a centre shows its roll, each candidate a link, and hides small numbers', async () => {
  open('/centres/24505105');
  expect(await screen.findByRole('link', { name: 'AKINYI JANE' })).toHaveAttribute('href', '#/candidates/c1');
  expect(screen.getByText('MWALIMU MKUU')).toBeVisible();
  await expectAccessible();
  await userEvent.click(screen.getByRole('tab', { name: 'Subjects and needs' }));
  expect(await screen.findByRole('row', { name: /BL/ })).toHaveTextContent('under 5');
});

test('only what may follow is offered, and merging asks which centre it joins', async () => {
  open('/centres/24505105/life');
  const event = await screen.findByLabelText(/^Event/);
  const offered = within(event)
    .getAllByRole('option')
    .map((option) => option.textContent);
  expect(offered).toEqual(['Choose…', 'moved to another place', 'joined another centre']);
  await userEvent.selectOptions(event, 'merge');
  await userEvent.type(screen.getByLabelText(/^Reason/), 'too few candidates');
  await userEvent.click(screen.getByRole('button', { name: 'Note it' }));
  expect(screen.getByText('This is needed.')).toBeVisible();
  expect(asked.filter((path) => path.includes('{'))).toEqual([]);
  await userEvent.type(screen.getByLabelText(/^Joins the centre/), '24505107');
  await userEvent.click(screen.getByRole('button', { name: 'Note it' }));
  await vi.waitFor(() => expect(asked.find((path) => path.includes('{'))).toMatch(/"to":"24505107"/));
  await expectAccessible();
});

test('a foreign centre says that it is not one’s own', async () => {
  open('/centres/31101007');
  expect(await screen.findByText('This centre is not one of yours.')).toBeVisible();
});
