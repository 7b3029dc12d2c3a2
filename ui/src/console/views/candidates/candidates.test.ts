import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../../tests/accessible';
import { useWords } from '../../../../tests/words';
import { shortcuts } from '$shared/focus/shortcuts.svelte';
import { route } from '$shared/layout/route.svelte';
import type { CandidatePage, CandidateShort } from '$domain/council/candidates';
import Candidates from './index.svelte';

let asked: { path: string; body: unknown }[];
let server: Record<string, unknown>;
const user = userEvent.setup();
const press = (event: KeyboardEvent) => shortcuts.press(event);

const short = (id: string, name: string): CandidateShort => ({
  id,
  name,
  centre: '24505105',
  year: 2026,
  number: '012',
  gender: 'F',
  birth_year: '2008',
  entry_code: '1',
  state: 'entered',
  errors: 1,
  fee: 0,
  photograph: false,
  marks: ['conflict'],
});
const page: CandidatePage = {
  id: 'aa',
  register: '24505105-2026',
  centre_name: 'KABIRO SECONDARY',
  short: short('aa', 'WANJIKU MARY'),
  elsewhere: [],
  values: { name: 'WANJIKU MARY', gender: 'F', year_of_birth: '2008', 'paper.medical-report': 'yes' },
  findings: [
    {
      rule: 'photo.missing',
      paragraph: '2.3.20',
      severity: 'error',
      fields: ['photo'],
      words: {
        en: { what: 'No photograph.', action: 'Attach one.' },
        sw: { what: 'Hakuna picha.', action: '' },
      },
    },
  ],
  history: [],
  conflicts: [{ field: 'year_of_birth', values: ['2007', '2008'] }],
  held: [{ kind: 'change', why: 'Countersign', actor: 'clerk', at: 1_790_000_000_000 }],
  notices: [
    { case: 'c1', says: { queue: 'duplicate', decision: 'ask', reason: 'Which one is it?', by: 'amina' } },
  ],
  cases: [],
};

beforeEach(async () => {
  await useWords(['shared', 'console-shell', 'console-problem', 'console-candidates', 'console-record']);
  asked = [];
  server = {
    'candidates/search': {
      rows: [short('aa', 'WANJIKU MARY'), short('bb', 'WANJIKU ROSE')],
      more: false,
      alike: false,
      ms: 3,
    },
    'candidates/aa': page,
  };
  route.go('/candidates');
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      close() {}
    },
  );
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    const path = (address.split('/api/')[1] ?? '').split('?')[0]!;
    asked.push({ path: address, body: init.body ? JSON.parse(String(init.body)) : undefined });
    const known = server[path];
    const body = known ?? { code: 'not-found' };
    return Promise.resolve(new Response(JSON.stringify(body), { status: known ? 200 : 404 }));
  });
  window.addEventListener('keydown', press);
});
afterEach(() => {
  window.removeEventListener('keydown', press);
  vi.unstubAllGlobals();
});

test('what is searched for travels in the body and stands in no address', async () => {
  render(Candidates);
  await user.type(screen.getByRole('searchbox', { name: /Name or number/ }), 'mary wanjiku{Enter}');
  expect(await screen.findByRole('link', { name: 'WANJIKU ROSE' })).toBeVisible();
  expect(asked.at(-1)?.body).toMatchObject({ text: 'mary wanjiku' });
  expect(asked.some(({ path }) => /mary|wanjiku/i.test(path))).toBe(false);
  expect(location.href).not.toMatch(/mary|wanjiku/i);
  expect(screen.getByRole('status')).toHaveTextContent('2 candidates');
  await expectAccessible();
});

test('names that only resemble what was typed are told as such', async () => {
  server['candidates/search'] = { rows: [short('aa', 'WANJIKU MARY')], more: false, alike: true, ms: 3 };
  render(Candidates);
  await user.type(screen.getByRole('searchbox'), 'wanjikku{Enter}');
  expect(await screen.findByRole('link', { name: 'WANJIKU MARY' })).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('Nobody is called so. One name resembles it');
});

test('arrows, J and K go through what was found, and / goes back to the search', async () => {
  render(Candidates);
  await user.type(screen.getByRole('searchbox'), 'wanjiku{Enter}');
  await screen.findByRole('link', { name: 'WANJIKU ROSE' });
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('link', { name: 'WANJIKU MARY' })).toHaveFocus();
  await user.keyboard('j');
  expect(screen.getByRole('link', { name: 'WANJIKU ROSE' })).toHaveFocus();
  await user.keyboard('k');
  expect(screen.getByRole('link', { name: 'WANJIKU MARY' })).toHaveFocus();
  await user.keyboard('/');
  expect(screen.getByRole('searchbox')).toHaveFocus();
});

test('a candidate’s page says what is wrong with its paragraph, what waits, and what the centre was told', async () => {
  route.go('/candidates/aa');
  render(Candidates);
  expect(await screen.findByRole('heading', { level: 1, name: 'WANJIKU MARY' })).toBeVisible();
  expect(screen.getByText('No photograph.')).toBeVisible();
  expect(screen.getByText(/2\.3\.20/)).toBeVisible();
  expect(screen.getByText('two values at once')).toBeVisible();
  expect(screen.getByText(/a second person is asked/)).toBeVisible();
  const notice = screen.getByText(/Which one is it/).closest('li')!;
  expect(within(notice).getByRole('link')).toHaveAttribute('href', '#/queues/duplicate/c1');
  expect(screen.getByText('Paper: medical-report')).toBeVisible();
  await expectAccessible();
});

test('the list is there again after a look at one of it', async () => {
  render(Candidates);
  await user.type(screen.getByRole('searchbox'), 'wanjiku{Enter}');
  await user.click(await screen.findByRole('link', { name: 'WANJIKU MARY' }));
  route.go('/candidates/aa');
  await screen.findByRole('heading', { level: 1, name: 'WANJIKU MARY' });
  route.go('/candidates');
  expect(await screen.findByRole('link', { name: 'WANJIKU ROSE' })).toBeVisible();
  expect(screen.getByRole('searchbox')).toHaveValue('wanjiku');
});

test('a candidate out of reach is told as such', async () => {
  route.go('/candidates/zz');
  render(Candidates);
  expect(await screen.findByRole('alert')).toBeVisible();
});
