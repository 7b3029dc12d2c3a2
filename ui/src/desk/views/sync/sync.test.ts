// The sync screen's parts: results in sentences, conflicts decided with a reason, receipts as sheets; accessible in each
// state.
import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../../tests/accessible';
import { useWords } from '../../../../tests/words';
import Conflict from './Conflict.svelte';
import Enrol from './Enrol.svelte';
import Letters from './Letters.svelte';
import Result from './Result.svelte';
import type { Exchanged } from './exchange.svelte';

const call = vi.hoisted(() => vi.fn());
vi.mock('$domain/core', async (original) => ({ ...(await original<object>()), call }));

const came = (changed: Partial<Exchanged>): Exchanged => ({
  ended: 'done',
  code: null,
  reason: null,
  sent: 0,
  taken: 0,
  pictures_sent: 0,
  pictures_fetched: 0,
  circulars: 0,
  reopened: false,
  rewound: false,
  bytes_up: 0,
  bytes_down: 0,
  troubles: [],
  ...changed,
});

const conflict = {
  subject: { what: 'candidate', id: 'ab12', called: '001 AKINYI JANE' },
  field: 'year_of_birth',
  why: 'field',
  holder: null,
  values: [
    { value: '2008', written: [{ actor: 'clerk', at: 1_790_000_000_000, received: 1, here: false }] },
    { value: '2009', written: [{ actor: 'head', at: 1_790_000_100_000, received: null, here: true }] },
  ],
};

beforeEach(async () => {
  call.mockReset();
  await useWords(['shared', 'sync', 'problem', 'candidates']);
});

describe('a result', () => {
  test.each([
    ['done', { sent: 1, bytes_up: 900, bytes_down: 400 }, '1 change is at KNEC now'],
    ['offline', {}, 'Nothing is lost'],
    ['refused', { code: 'device.revoked', reason: 'no' }, 'taken off KNEC’s list'],
    ['refused', { code: 'something.new', reason: 'no' }, 'tell KNEC what stands here'],
    ['done', { troubles: ['a receipt did not verify'] }, 'a receipt did not verify'],
  ])('that is %s says so in a sentence', (ended, more, words) => {
    render(Result, { came: came({ ended, ...more }) });
    expect(screen.getByRole('status').textContent).toContain(words);
  });

  test('of being offline is no alert', () => {
    render(Result, { came: came({ ended: 'offline' }) });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a conflict', () => {
  test('is decided with a value and a reason, not without', async () => {
    call.mockResolvedValue(null);
    const user = userEvent.setup();
    const { container } = render(Conflict, { conflict });
    await expectAccessible(container);
    const decide = screen.getByRole('button', { name: 'Decide' });
    expect(decide).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('radio', { name: '2009' }));
    await user.click(decide);
    expect(call).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText(/Why/), 'as on the certificate');
    await user.click(decide);
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith('conflicts.resolve', {
        id: 'ab12',
        field: 'year_of_birth',
        value: '2009',
        reason: 'as on the certificate',
      }),
    );
  });

  test('of a number that was issued to another names the other and asks for no choice', () => {
    render(Conflict, { conflict: { ...conflict, why: 'number-taken', holder: '001 OTIENO JOHN' } });
    expect(screen.getByText(/issued to 001 OTIENO JOHN/)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('enrolment', () => {
  test('asks for what is missing before it asks KNEC', async () => {
    const { container } = render(Enrol);
    await userEvent.click(screen.getByRole('button', { name: 'Enrol' }));
    expect(screen.getByRole('alert').textContent).toContain('Fill in all three');
    expect(call).not.toHaveBeenCalled();
    await expectAccessible(container);
  });

  test('with another council than before asks whether it is meant', async () => {
    call.mockRejectedValueOnce({ code: 'desk.other-council', class: 'usage', detail: '', path: null });
    const user = userEvent.setup();
    render(Enrol);
    for (const field of [/address/, /^Code/, /Name of/]) await user.type(screen.getByLabelText(field), 'x');
    await user.click(screen.getByRole('button', { name: 'Enrol' }));
    expect(await screen.findByRole('checkbox', { name: /Forget the KNEC/ })).toBeTruthy();
  });
});

test('letters and their code are told to readers', async () => {
  const { container } = render(Letters, {
    letters: ['ABCDEF', 'GHJKM'],
    code: { side: 29, path: 'M4 4h1v1h-1z' },
  });
  expect(screen.getByRole('img').getAttribute('aria-label')).toBeTruthy();
  await expectAccessible(container);
});
