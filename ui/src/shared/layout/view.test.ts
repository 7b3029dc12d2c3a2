import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import { useWords } from '../../../tests/words';
import One from './testing/One.svelte';
import Two from './testing/Two.svelte';
import View from './View.svelte';

beforeAll(() => useWords());
const of = (module: typeof One) => () => Promise.resolve({ default: module });

test('the first screen leaves the focus alone, the next takes it to its heading', async () => {
  const { rerender } = render(View, { area: 'one', fetch: of(One), needs: [] });
  await screen.findByRole('heading', { name: 'One' });
  expect(document.body).toHaveFocus();
  await rerender({ area: 'two', fetch: of(Two) });
  await vi.waitFor(() => expect(screen.getByRole('heading', { name: 'Two' })).toHaveFocus());
});

test('a screen that arrives after the next was asked for is not shown', async () => {
  let late = (_: { default: typeof One }) => {};
  const slow = new Promise<{ default: typeof One }>((resolve) => (late = resolve));
  const { rerender } = render(View, { area: 'one', fetch: () => slow, needs: [] });
  await rerender({ area: 'two', fetch: of(Two) });
  await screen.findByRole('heading', { name: 'Two' });
  late({ default: One });
  await slow;
  expect(screen.queryByRole('heading', { name: 'One' })).toBeNull();
});

test('a screen whose code cannot be fetched says so and can be tried again', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  const fetch = vi.fn(of(One)).mockRejectedValueOnce(new Error('no such file'));
  render(View, { area: 'one', fetch, needs: [] });
  await screen.findByRole('alert');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('heading', { name: 'One' });
  quiet.mockRestore();
});
