import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../../tests/accessible';
import { useWords } from '../../../../tests/words';
import { shortcuts } from '$shared/focus/shortcuts.svelte';
import { route } from '$shared/layout/route.svelte';
import { session, type SessionView } from '$domain/council/session.svelte';
import type { Case } from '$domain/council/queues';
import CasePage from './CasePage.svelte';
import { caseOfTwo, heard, minutes, Streams } from './testing/cases';

type Answer = [status: number, body: unknown];
let server: Record<string, Answer>;
let asked: { path: string; body: unknown }[];
let id = 0;
let now: Case;
const user = userEvent.setup();
const press = (event: KeyboardEvent) => shortcuts.press(event);
const posts = (what: string) => asked.filter(({ path }) => path === `cases/${now.id}/${what}`);

beforeEach(async () => {
  await useWords([
    'shared',
    'console-shell',
    'console-problem',
    'console-queues',
    'console-because',
    'console-record',
  ]);
  asked = [];
  // Each test has a case of its own: what is typed of one is kept.
  now = caseOfTwo(`case${id++}`);
  const view = { stage: 'full', name: 'amina', role: 'operator', rights: ['see', 'decide'], idle_seconds: 0 };
  server = { session: [200, view], [`cases/${now.id}`]: [200, now] };
  vi.stubGlobal('EventSource', Streams);
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    const path = address.split('/api/')[1] ?? '';
    asked.push({ path, body: init.body ? JSON.parse(String(init.body)) : undefined });
    const [status, body] = server[path] ?? [404, { code: 'not-found' }];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  server[`cases/${now.id}/claim`] = [
    200,
    { ...now, claimed_by: 'amina', claimed_until: Date.now() + minutes(15) },
  ];
  window.addEventListener('keydown', press);
  await session.begin();
});
afterEach(() => {
  window.removeEventListener('keydown', press);
  vi.unstubAllGlobals();
});

async function opened() {
  render(CasePage, { queue: now.queue, id: now.id });
  return within(await screen.findByRole('complementary', { name: 'Decision' }));
}

test('members stand side by side with what differs marked, and the reasons have their weights', async () => {
  const panel = await opened();
  const differing = screen.getAllByText('differs').map((badge) => badge.closest('th')?.textContent?.trim());
  expect(differing).toEqual(['Name differs']);
  expect(screen.getByText('Birth certificate: the same')).toBeVisible();
  expect(screen.getByText('Names: 3 the same, in another order')).toBeVisible();
  expect(screen.getByText(/if not: namesakes/)).toBeVisible();
  expect(panel.getAllByRole('radio')).toHaveLength(4);
  await expectAccessible();
});

test('a digit chooses and takes the case in hand; Ctrl+Enter decides with the reason, and U takes it back', async () => {
  const panel = await opened();
  await user.keyboard('3');
  expect(panel.getByRole('radio', { name: /Different people/ })).toBeChecked();
  expect(await panel.findByText('In your hand')).toBeVisible();
  expect(panel.getByRole('textbox', { name: /Reason/ })).toHaveFocus();
  await user.keyboard('Twins.{Control>}{Enter}{/Control}');
  expect(posts('decide')[0]?.body).toEqual({ etag: now.etag, decision: 'different', reason: 'Twins.' });
});

test('deciding while the case is still being taken in hand waits for that, and a second press sends nothing', async () => {
  let answer = () => {};
  const faked = fetch;
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    if (address.endsWith('/claim')) await new Promise<void>((done) => (answer = done));
    return faked(address, init);
  });
  server[`cases/${now.id}/decide`] = [200, { ...now, state: 'decided', decisions: [] }];
  const panel = await opened();
  await user.keyboard('3Twins.{Control>}{Enter}{Enter}{/Control}');
  expect(posts('decide')).toEqual([]);
  answer();
  expect(await panel.findByRole('heading', { name: 'Decided' })).toBeVisible();
  expect(posts('decide')).toHaveLength(1);
});

test('what was decided shows, and is taken back with a reason while that can be', async () => {
  const decided: Case = {
    ...now,
    state: 'decided',
    decisions: [],
    undoable: true,
    decided_by: 'amina',
    decided_at: Date.now(),
    decision: { decision: 'different', reason: 'Twins.', ends: [] },
  };
  server[`cases/${now.id}/decide`] = [200, decided];
  server[`cases/${now.id}/undo`] = [200, { ...now, etag: '9' }];
  const panel = await opened();
  await user.keyboard('3Twins.{Control>}{Enter}{/Control}');
  expect(await panel.findByRole('heading', { name: 'Decided' })).toBeVisible();
  await vi.waitFor(() => expect(panel.getByRole('status')).toHaveFocus());
  await user.keyboard('u');
  const dialog = within(screen.getByRole('dialog', { name: 'Take the decision back' }));
  await user.click(dialog.getByRole('button', { name: 'Take the decision back' }));
  expect(dialog.getByText('Give a reason.')).toBeVisible();
  await user.type(dialog.getByRole('textbox'), 'too soon');
  await user.click(dialog.getByRole('button', { name: 'Take the decision back' }));
  expect(await panel.findByRole('radio', { name: /Different people/ })).not.toBeChecked();
  expect(posts('undo')[0]?.body).toEqual({ etag: now.etag, reason: 'too soon' });
});

test('nothing is decided without a choice and a reason', async () => {
  const panel = await opened();
  await user.click(panel.getByRole('button', { name: /Decide/ }));
  expect(panel.getByText('Choose one.')).toBeVisible();
  await user.click(panel.getByRole('radio', { name: /Ask the centre/ }));
  await user.click(panel.getByRole('button', { name: /Decide/ }));
  expect(panel.getByText('Give a reason.')).toBeVisible();
  expect(posts('decide')).toEqual([]);
  await user.click(panel.getByRole('button', { name: /Please compare with the birth certificate/ }));
  expect(panel.getByRole('textbox', { name: /Reason/ })).toHaveValue(
    'Please compare with the birth certificate and the primary certificate.',
  );
});

test('a decision on what changed meanwhile shows what changed; what was typed stays, and the new etag goes with it', async () => {
  server[`cases/${now.id}/decide`] = [
    409,
    {
      code: 'case.stale',
      changed: [{ what: 'name', from: 'ACHIENG MARY WANJIKU', to: 'ACHIENG MARY WANJIRU' }],
    },
  ];
  const panel = await opened();
  await user.keyboard('3Twins.{Control>}{Enter}{/Control}');
  const told = within(await panel.findByRole('status'));
  expect(told.getByText('ACHIENG MARY WANJIRU')).toBeVisible();
  await expectAccessible();
  server[`cases/${now.id}`] = [200, { ...now, etag: 'newer' }];
  await user.click(told.getByRole('button', { name: 'Look at it as it is now' }));
  await vi.waitFor(() => expect(panel.queryByText('This case changed since it was shown')).toBeNull());
  expect(panel.getByRole('textbox', { name: /Reason/ })).toHaveValue('Twins.');
  expect(panel.getByRole('radio', { name: /Different people/ })).toBeChecked();
  await user.click(panel.getByRole('button', { name: /Decide/ }));
  expect(posts('decide').at(-1)?.body).toMatchObject({ etag: 'newer' });
});

test('a change that is heard of is told and not exchanged under the reader', async () => {
  const panel = await opened();
  const [first, second] = now.members;
  const renamed = { ...second!, values: { ...second!.values, name: 'ACHIENG MARY WANJIRU' } };
  server[`cases/${now.id}`] = [200, { ...now, etag: 'newer', members: [first!, renamed] }];
  heard('queue:duplicate');
  expect(await panel.findByText('This case changed since it was shown')).toBeVisible();
  expect(screen.getAllByText('ACHIENG MARY WANJIKU').length).toBeGreaterThan(1);
});

test('whose hand a case is in is named, and the refusal says until when', async () => {
  const held = { ...now, claimed_by: 'juma', claimed_until: Date.now() + minutes(9) };
  server[`cases/${now.id}/claim`] = [409, { code: 'case.claimed', title: 'x' }];
  const panel = await opened();
  server[`cases/${now.id}`] = [200, held];
  await user.keyboard('c');
  expect(await panel.findByText(/juma has this case in hand until/)).toBeVisible();
  expect(panel.getByText('In hand of juma')).toBeVisible();
});

test('who decided before is named, and what was typed is not sent again', async () => {
  server[`cases/${now.id}/decide`] = [409, { code: 'case.settled', title: 'x' }];
  const panel = await opened();
  const state = { state: 'decided', decisions: [], decided_by: 'juma', decided_at: Date.now() };
  await user.keyboard('3Twins.');
  server[`cases/${now.id}`] = [200, { ...now, ...state, decision: { decision: 'ask', reason: 'Which?' } }];
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await panel.findByText(/juma decided this case/)).toBeVisible();
  expect(panel.getByText('Ask the centre')).toBeVisible();
});

test('a letter typed into the reason is text; Esc leaves the field first, then the case', async () => {
  const go = vi.spyOn(route, 'go').mockImplementation(() => {});
  const panel = await opened();
  await user.click(panel.getByRole('textbox', { name: /Reason/ }));
  await user.keyboard('n2cr');
  expect(panel.getByRole('textbox', { name: /Reason/ })).toHaveValue('n2cr');
  expect(asked.filter(({ body }) => body !== undefined)).toEqual([]);
  await user.keyboard('{Escape}');
  expect(go).not.toHaveBeenCalled();
  expect(panel.getByRole('textbox', { name: /Reason/ })).not.toHaveFocus();
  await user.keyboard('{Escape}');
  expect(go).toHaveBeenCalledWith('/queues/duplicate');
  go.mockRestore();
});

test('who only looks is offered no decision', async () => {
  const view = { stage: 'full', name: 'otieno', role: 'auditor', rights: ['see'], idle_seconds: 0 };
  server.session = [200, view as unknown as SessionView];
  await session.begin();
  now = { ...now, decisions: [] };
  server[`cases/${now.id}`] = [200, now];
  const panel = await opened();
  expect(panel.getByText('Your role looks and does not decide.')).toBeVisible();
  await user.keyboard('c3');
  expect(posts('claim')).toEqual([]);
});

test('evidence of a form that nobody knew is shown as plain facts', async () => {
  now = {
    ...now,
    queue: 'centre',
    kind: 'novel',
    reasons: [{ code: 'novel', text: 'Something new.' } as never],
    members: [{ register: '24505105-2026', centre_name: 'KABIRO' }],
    evidence: {
      count: 14,
      since: 1_790_000_000_000,
      rows: [{ field: 'name', value: 'X' }],
      more: { deep: true },
    } as Case['evidence'],
    decisions: ['seen', 'novel'],
  };
  server[`cases/${now.id}`] = [200, now];
  const panel = await opened();
  expect(screen.getByText('Something new.')).toBeVisible();
  expect(screen.getByText('since').nextElementSibling).toHaveTextContent(/September 2026/);
  expect(screen.getByRole('columnheader', { name: 'Value' })).toBeVisible();
  expect(panel.getByRole('radio', { name: /novel/ })).toBeVisible();
  await expectAccessible();
});
