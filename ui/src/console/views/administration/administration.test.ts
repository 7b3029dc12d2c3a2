import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../../tests/accessible';
import { useWords } from '../../../../tests/words';
import { session, type SessionView } from '$domain/council/session.svelte';
import Administration from './index.svelte';
import { scopeOf } from './scopes';

type Answer = [status: number, body: unknown];
let server: Record<string, Answer>;
let asked: { path: string; body: unknown }[];
const view = (more: Partial<SessionView>) => ({
  stage: 'full',
  name: 'amina.w',
  scope: [''],
  factors: [],
  idle_seconds: 900,
  years: [2026],
  year: 2026,
  ...more,
});
const supervisor = view({
  role: 'supervisor',
  rights: ['console', 'codes', 'revoke', 'decide', 'administer', 'audit'],
  enrols: ['clerk', 'head', 'scde'],
  resets: ['clerk', 'head', 'scde'],
});
const officer = view({
  role: 'scde',
  scope: ['24505'],
  rights: ['console', 'codes', 'revoke'],
  enrols: ['clerk', 'head'],
  resets: ['clerk', 'head'],
});

beforeEach(async () => {
  await useWords(['shared', 'console-shell', 'console-administration', 'console-problem']);
  asked = [];
  server = {
    users: [200, { rows: [user('otieno.scde', true), user('amina.w', false)] }],
    devices: [200, { rows: [device] }],
    circulars: [200, { rows: [] }],
    announcements: [200, { rows: [] }],
    kcpe: [200, { rows: [{ year: 2021, results: 12 }] }],
  };
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    const path = address.split('/api/')[1]?.split('?')[0] ?? '';
    if (init.method === 'POST') asked.push({ path, body: JSON.parse(String(init.body)) });
    const [status, body] = server[path] ?? [404, { code: 'request.not-found' }];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
});
afterEach(() => vi.unstubAllGlobals());

const user = (name: string, mine: boolean) => ({
  ...{ name, role: 'scde', scope: ['24505'], disabled: false, password: true, factors: [], seen: null, mine },
});
const device = {
  ...{
    id: 'ab'.repeat(16),
    name: 'Laptop',
    role: 'head',
    scope: ['24505105'],
    at: 1,
    by: 'server',
    revoked: null,
  },
};

async function open(as: object, tab: string) {
  server.session = [200, as];
  await session.begin();
  location.hash = `/administration/${tab}`;
  dispatchEvent(new HashChangeEvent('hashchange'));
  render(Administration);
}

test('each role finds the tabs that its rights open, and no others', async () => {
  await open(officer, 'codes');
  const tabs = screen.getAllByRole('tab').map((tab) => tab.textContent?.trim());
  expect(tabs).toEqual(['Codes', 'Devices', 'Circulars', 'Announcements', 'KCPE results', 'Exports']);
  const roles = within(screen.getByLabelText('Role')).getAllByRole('option');
  expect(roles.map((option) => option.textContent)).toEqual(['clerk', 'head of centre']);
  await expectAccessible();
});

test('a code is shown once on a slip, for whom it is, and forgotten with it', async () => {
  server.codes = [200, { code: 'ABCDE-FGHJK-MNPQR-STVWX', days: 14, role: 'head', scope: ['24505105'] }];
  await open(officer, 'codes');
  await userEvent.type(screen.getByLabelText(/Centre codes/), '2450510');
  await userEvent.click(screen.getAllByRole('button', { name: 'Make a code' })[0]!);
  expect(screen.getByText('Eight digits each.')).toBeVisible();
  expect(asked).toEqual([]);
  await userEvent.type(screen.getByLabelText(/Centre codes/), '5');
  await userEvent.click(screen.getAllByRole('button', { name: 'Make a code' })[0]!);
  const slip = await screen.findByRole('dialog', { name: 'One-time code' });
  expect(slip).toHaveTextContent('head of centre, 24505105');
  expect(within(slip).getByText('ABCDE-FGHJK-MNPQR-STVWX')).toBeVisible();
  expect(asked).toEqual([{ path: 'codes', body: { role: 'head', scope: ['24505105'] } }]);
  await expectAccessible(slip.querySelector('[role=group]')!);
  await userEvent.click(within(slip).getAllByRole('button', { name: 'Close' })[1]!);
  expect(document.body).not.toHaveTextContent('ABCDE');
});

test('a centre is added by its name, and the field waits for the next', async () => {
  const named = (centre: string, name: string) => ({ centre, name });
  server.centres = [
    200,
    { rows: [named('24505105', 'KABIRO SECONDARY'), named('24505107', 'KABARE GIRLS')] },
  ];
  await open(officer, 'codes');
  const field = () => screen.getByRole('combobox', { name: /Add a centre/ });
  await userEvent.type(field(), 'kab');
  await userEvent.click(await screen.findByText('24505107 KABARE GIRLS'));
  await vi.waitFor(() => expect(field()).toHaveFocus());
  expect(field()).toHaveValue('');
  await userEvent.type(field(), '24505199');
  expect(screen.getByLabelText(/Centre codes/)).toHaveValue('24505107 24505199');
});

test('what the server refuses is said where it was asked', async () => {
  server.codes = [403, { code: 'centre.foreign', title: 'x' }];
  await open(officer, 'codes');
  await userEvent.type(screen.getByLabelText(/Centre codes/), '31101007');
  await userEvent.click(screen.getAllByRole('button', { name: 'Make a code' })[0]!);
  expect(await screen.findByText('This centre is not one of yours.')).toBeVisible();
  expect(screen.getByLabelText(/Centre codes/)).toHaveValue('31101007');
});

test('a user is offered to be changed by who stands over them only', async () => {
  await open(supervisor, 'users');
  await screen.findByRole('button', { name: 'What to do with otieno.scde' });
  expect(screen.queryByRole('button', { name: 'What to do with amina.w' })).toBeNull();
  await expectAccessible();
});

test('a device is revoked only after asking', async () => {
  server[`devices/${device.id}/revoke`] = [200, { id: device.id, revoked: 2 }];
  await open(officer, 'devices');
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke Laptop' }));
  const dialog = await screen.findByRole('dialog', { name: 'Revoke Laptop?' });
  expect(asked).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Revoke' }));
  await vi.waitFor(() => expect(asked).toEqual([{ path: `devices/${device.id}/revoke`, body: {} }]));
});

test('a circular is published only as it was checked', async () => {
  server['circulars/check'] = [
    400,
    { code: 'request.invalid', title: 'x', detail: 'text: line 1 does not read' },
  ];
  await open(supervisor, 'circulars');
  await userEvent.type(screen.getByLabelText(/^Text/), 'nonsense');
  await userEvent.click(screen.getByRole('button', { name: 'Publish…' }));
  expect(await screen.findByText(/text: line 1 does not read/)).toBeVisible();
  server['circulars/check'] = [200, { number: 3, year: 2026 }];
  server.circulars = [200, { number: 3, year: 2026, rows: [] }];
  await userEvent.click(screen.getByRole('button', { name: 'Publish…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Publish circular 3 to all desks?' });
  expect(asked.map(({ path }) => path)).toEqual(['circulars/check', 'circulars/check']);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Sign and publish' }));
  await vi.waitFor(() =>
    expect(asked.at(-1)).toEqual({ path: 'circulars', body: { year: 2026, text: 'nonsense' } }),
  );
});

test.each([
  ['all', 'anything', ['']],
  ['sub-county', '24505', ['24505']],
  ['sub-county', '24505 24506', undefined],
  ['centres', '24505105, 24505106', ['24505105', '24505106']],
  ['centres', '24505105 x', undefined],
  ['centres', ' ', undefined],
] as const)('a scope of kind %s typed as "%s" is %j', (kind, typed, scope) => {
  expect(scopeOf(kind, typed)).toEqual(scope);
});
