import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../../tests/accessible';
import { useWords } from '../../../../tests/words';
import Signatures from './Signatures.svelte';

const { call } = vi.hoisted(() => ({ call: vi.fn() }));
vi.mock('$domain/core', async (original) => ({ ...(await original<object>()), call }));

beforeAll(() => useWords(['shared', 'approval']));
beforeEach(() => call.mockReset().mockResolvedValue(null));

const candidates = Array.from({ length: 600 }, (_, at) => ({
  id: `id-${at}`,
  number: String(at + 1).padStart(3, '0'),
  name: `ACHIENG MARY ${at}`,
  signed: at === 0,
}));

test('of a long roll only the rows near are drawn, and each says its place in the whole', async () => {
  const { container } = render(Signatures, { candidates, onchange: vi.fn() });
  const items = screen.getAllByRole('listitem');
  expect(items.length).toBeGreaterThan(10);
  expect(items.length).toBeLessThan(60);
  expect(items[1]).toHaveAttribute('aria-posinset', '2');
  expect(items[1]).toHaveAttribute('aria-setsize', '600');
  await expectAccessible(container);
});

test('a tick is the signature of that candidate alone', async () => {
  const onchange = vi.fn();
  render(Signatures, { candidates, onchange });
  await userEvent.click(screen.getByRole('checkbox', { name: /002/ }));
  expect(call).toHaveBeenCalledWith('approval.sign', { candidates: ['id-1'], signed: true });
  expect(onchange).toHaveBeenCalledOnce();
});
