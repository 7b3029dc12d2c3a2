import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../../tests/accessible';
import { useWords } from '../../../../tests/words';
import { session } from '$domain/council/session.svelte';
import CaseList from './CaseList.svelte';
import { caseOfTwo, Streams } from './testing/cases';

const areas = ['shared', 'console-shell', 'console-queues', 'console-because', 'console-record'];
let rows: object[];
const row = (id: string, more: object) => ({ ...caseOfTwo(id), members: 2, others: 0, ...more });

beforeEach(async () => {
  await useWords(areas);
  vi.stubGlobal('EventSource', Streams);
  const view = { stage: 'full', name: 'amina', role: 'operator', rights: ['see', 'decide'], idle_seconds: 0 };
  vi.stubGlobal('fetch', (address: string) => {
    const body = address.includes('session') ? view : { rows, next: null };
    return Promise.resolve(new Response(JSON.stringify(body), { status: 200 }));
  });
  await session.begin();
});
afterEach(() => vi.unstubAllGlobals());

test('each case names whom it is about, how many others there are, and why', async () => {
  rows = [
    row('a', { names: ['WANJIKU MARY', 'MARY WANJIKU'] }),
    row('b', {
      names: ['AKINYI JANE'],
      others: 1,
      reasons: [{ code: 'same-picture', count: 2, centres: 1 }],
    }),
    row('c', { names: [], others: 2 }),
  ];
  render(CaseList, { queue: 'duplicate' });
  const link = await screen.findByRole('link', { name: 'WANJIKU MARY MARY WANJIKU' });
  expect(link).toHaveAttribute('href', '#/queues/duplicate/a');
  expect(link.closest('tr')).toHaveTextContent(/Birth certificate: the same · Names: 3 the same/);
  const other = screen.getByRole('link', { name: 'AKINYI JANE and one other' });
  expect(other.closest('tr')).toHaveTextContent('The same picture stands for 2 candidates.');
  // Of whom no name may be known, the centres are told.
  expect(screen.getByRole('link', { name: '24505105 31101007' })).toBeVisible();
  await expectAccessible();
});
