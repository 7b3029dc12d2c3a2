// What came from KNEC as it is shown: told in words, answered with a reason, by the head only; accessible in each state.
import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CouncilDecision } from '$domain/bindings/commands';
import { expectAccessible } from '../../../tests/accessible';
import { useWords } from '../../../tests/words';
import Decision from './Decision.svelte';
import { news } from './news.svelte';

const call = vi.hoisted(() => vi.fn());
vi.mock('$domain/core', async (original) => ({ ...(await original<object>()), call }));

const decision = (changed: Partial<CouncilDecision>): CouncilDecision => ({
  key: 'decision:9f:ab:1',
  unread: true,
  case: '9f',
  subject: { what: 'candidate', id: 'ab12', called: '001 AKINYI JANE' },
  queue: 'duplicate',
  decision: 'different',
  reason: 'two people',
  by: 'amina.w',
  at: 1_790_000_000_000,
  asks: 'nothing',
  differences: [],
  kept: '',
  keep: false,
  answer: null,
  ...changed,
});
const differs = decision({
  queue: 'kcpe',
  decision: 'differs',
  by: 'server',
  asks: 'answer',
  differences: [{ field: 'name', entered: 'AKINYI JANE', result: 'AKINYI JANET' }],
});

beforeEach(async () => {
  call.mockReset().mockResolvedValue(null);
  news.all = { decisions: [], announcements: [], circulars: [], unread: 0, may_answer: true };
  await useWords(['shared', 'news', 'problem']);
});

describe('a decision', () => {
  test.each([
    [{}, 'Two different people: nothing to do'],
    [{ decision: 'same:1', kept: '24505106001', keep: true }, 'this entry is kept'],
    [{ decision: 'same:1', kept: '24505106001' }, '24505106001 is kept: withdraw this entry'],
    [{ decision: 'same:1' }, 'One person was entered twice'],
    [{ decision: 'something.new', queue: 'newer' }, 'something.new'],
  ])('of %o is told in words', (changed, words) => {
    const { container } = render(Decision, { decision: decision(changed) });
    expect(container.textContent).toContain(words);
  });

  test('that asks nothing has no button, and a way to the candidate', async () => {
    const { container } = render(Decision, { decision: decision({}) });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('link').getAttribute('href')).toBe('#/candidates/ab12');
    await expectAccessible(container);
  });

  test('about a double leads to the withdrawal prepared', async () => {
    render(Decision, { decision: decision({ decision: 'same:1', kept: '24505106001', asks: 'withdraw' }) });
    await userEvent.click(screen.getByRole('button', { name: /Withdraw/ }));
    expect(location.hash).toBe('#/candidates/ab12?do=withdraw&kept=24505106001');
  });

  test('is answered by the head only', () => {
    news.all = { ...news.all!, may_answer: false };
    render(Decision, { decision: differs });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/The head of the centre answers/)).toBeTruthy();
  });
});

describe('an answer', () => {
  test('goes with a reason, not without', async () => {
    const user = userEvent.setup();
    const { container } = render(Decision, { decision: differs });
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: /Object/ }));
    await user.click(screen.getByRole('button', { name: 'Answer' }));
    expect(call).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText(/Why/), 'as in the Gazette');
    await user.click(screen.getByRole('button', { name: 'Answer' }));
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith('news.answer', {
        case: '9f',
        id: 'ab12',
        accepts: false,
        reason: 'as in the Gazette',
      }),
    );
  });
});
