import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../tests/accessible';
import { useWords } from '../../../tests/words';
import { get } from '$domain/council/ask';
import { session, type SessionView } from '$domain/council/session.svelte';
import Entry from './Entry.svelte';

const view = (stage: string) =>
  ({
    stage,
    name: 'amina.w',
    rights: ['see'],
    factors: ['totp'],
    idle_seconds: 900,
  }) as unknown as SessionView;
type Answer = [status: number, body: unknown];
let server: Record<string, Answer>;
let asked: { path: string; init: RequestInit }[];

beforeEach(async () => {
  await useWords(['shared', 'console-shell', 'console-entry', 'console-problem']);
  asked = [];
  server = { session: [200, view('none')] };
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    const path = address.split('/api/')[1] ?? '';
    asked.push({ path, init });
    const [status, body] = server[path] ?? [404, { code: 'not-found' }];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  await session.begin();
});
afterEach(() => vi.unstubAllGlobals());

test('a wrong password is told, the name stays and the password is asked again', async () => {
  server.login = [401, { code: 'session.bad-login', title: 'x' }];
  render(Entry);
  await userEvent.type(screen.getByRole('textbox', { name: /Name/ }), 'amina.w');
  await userEvent.type(screen.getByLabelText(/Password/), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('The name or the password is wrong.');
  expect(screen.getByRole('textbox', { name: /Name/ })).toHaveValue('amina.w');
  expect(screen.getByLabelText(/Password/)).toHaveValue('');
  expect(screen.getByLabelText(/Password/)).toHaveFocus();
  await expectAccessible();
});

test('what is posted says that the console asks, and no secret stands in an address', async () => {
  server.login = [200, view('second')];
  render(Entry);
  await userEvent.type(screen.getByRole('textbox', { name: /Name/ }), 'amina.w');
  await userEvent.type(screen.getByLabelText(/Password/), 'right one{Enter}');
  await screen.findByRole('heading', { name: 'Second step' });
  const post = asked.find(({ path }) => path === 'login');
  expect(post?.init.headers).toMatchObject({ 'x-daftari-console': '1', 'content-type': 'application/json' });
  expect(JSON.parse(String(post?.init.body))).toEqual({ name: 'amina.w', password: 'right one' });
  expect(asked.every(({ path }) => !path.includes('amina'))).toBe(true);
});

test('the second step takes six digits with or without a space, then one is in', async () => {
  server.session = [200, view('second')];
  server.second = [200, view('full')];
  await session.begin();
  render(Entry);
  await userEvent.type(screen.getByRole('textbox', { name: /Code/ }), '123 456{Enter}');
  await vi.waitFor(() => expect(session.stage).toBe('full'));
  expect(asked.at(-1)?.init.body).toBe('{"code":"123456"}');
  expect([session.may('see'), session.may('decide')]).toEqual([true, false]);
});

test('a passkey is offered where the server is known to be, to whoever has one, and the code only to whoever has that', async () => {
  vi.stubGlobal('PublicKeyCredential', class {});
  Object.defineProperty(navigator, 'credentials', { value: {}, configurable: true });
  const shown = [];
  for (const [factors, passkeys] of [
    [['totp', 'passkey'], location.hostname],
    [['passkey'], location.hostname],
    [['totp', 'passkey'], 'console.example'],
    [['totp'], location.hostname],
  ] as const) {
    server.session = [200, { ...view('second'), factors, passkeys }];
    await session.begin();
    const { unmount } = render(Entry);
    const [key, code] = [
      screen.queryByRole('button', { name: 'Use a passkey' }),
      screen.queryByLabelText(/Code/),
    ];
    shown.push([key !== null, code !== null]);
    await expectAccessible();
    unmount();
  }
  expect(shown).toEqual([
    [true, true],
    [true, false],
    [false, true],
    [false, true],
  ]);
});

test('setting up the second step shows a picture and the secret in fours', async () => {
  server.session = [200, view('enrol')];
  server['factors/totp/begin'] = [200, { secret: 'JBSWY3DP', uri: 'otpauth://totp/x', qr: ['01', '10'] }];
  await session.begin();
  render(Entry);
  expect(await screen.findByRole('img', { name: /QR code/ })).toBeVisible();
  expect(screen.getByText('JBSW Y3DP')).toBeVisible();
  await expectAccessible();
});

test('a session that the server locked meanwhile is locked here too', async () => {
  server.session = [200, view('full')];
  await session.begin();
  server.session = [200, view('locked')];
  server.lock = [423, { code: 'session.locked' }];
  await session.lock().catch(() => {});
  await vi.waitFor(() => expect(session.stage).toBe('locked'));
  render(Entry);
  expect(screen.getByText(/amina\.w is signed in/)).toBeVisible();
});

test('a page that nobody touches locks itself, however often it asks the server', async () => {
  vi.useFakeTimers();
  server.session = [200, view('full')];
  await session.begin();
  server.session = [200, view('locked')];
  server.lock = [200, {}];
  for (let minute = 0; minute < 14; minute++) {
    await vi.advanceTimersByTimeAsync(60_000);
    await get('queues').catch(() => {});
  }
  expect(session.stage).toBe('full');
  window.dispatchEvent(new Event('keydown'));
  await vi.advanceTimersByTimeAsync(14 * 60_000);
  expect(session.stage).toBe('full');
  server.queues = [200, { rows: [] }];
  await get('queues');
  await vi.advanceTimersByTimeAsync(61_000);
  expect(session.stage).toBe('locked');
  vi.useRealTimers();
});
