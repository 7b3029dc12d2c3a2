import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { useWords } from '../../tests/words';
import { call, Problem, resource } from './core';

beforeAll(() => useWords(['shared', 'problem']));
afterEach(() => vi.unstubAllGlobals());

function twinAnswers(status: number, body: string) {
  const asked = vi.fn(() => Promise.resolve(new Response(body, { status })));
  vi.stubGlobal('fetch', asked);
  return asked;
}

test('a command goes to the twin by its name with its arguments', async () => {
  const asked = twinAnswers(200, '{"name":"X"}');
  await expect(call('registers.open', { name: 'r' })).resolves.toEqual({ name: 'X' });
  expect(asked).toHaveBeenCalledWith(
    '/call/registers.open',
    expect.objectContaining({ body: '{"name":"r"}' }),
  );
});

test('what the core refuses is a problem with its code and words', async () => {
  twinAnswers(
    422,
    '{"code":"window.nothing-open","class":"usage","detail":"no register is open","path":null}',
  );
  const problem: Problem = await call('state').catch((thrown) => thrown);
  expect(problem).toBeInstanceOf(Problem);
  expect([problem.code, problem.class]).toEqual(['window.nothing-open', 'usage']);
  expect(problem.words).toBe('No register is open.');
  expect(problem.action).toBe('Choose a register, or make one.');
});

test('a code without words shows what the core wrote', () => {
  const problem = new Problem({ code: 'no.such', detail: 'the disk said no' });
  expect([problem.words, problem.action]).toEqual(['the disk said no', undefined]);
});

test.each([
  ['is not there', () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')))],
  ['answers with no JSON', () => void twinAnswers(502, '<html>')],
])('a core that %s is a problem like any other', async (_, arrange) => {
  arrange();
  await expect(call('state')).rejects.toMatchObject({ code: 'core-unreachable' });
});

test('pictures of the core have an address', () => {
  expect(resource('photograph/ab12')).toBe('/resource/photograph/ab12');
});
