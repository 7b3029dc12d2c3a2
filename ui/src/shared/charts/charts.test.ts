import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../../../tests/accessible';
import { useWords } from '../../../tests/words';
import ChartPanel from './ChartPanel.svelte';
import { bars, heat, lines } from './options';
import type { Palette } from './palette';

beforeAll(() => useWords());

const colours = {
  ink: '#000',
  soft: '#333',
  rule: '#ccc',
  paper: '#fff',
  accent: '#040',
  error: '#800',
  warning: '#640',
};
const palette: Palette = { ...colours, series: ['#040', '#860'], rem: 16 };
const table = {
  columns: [
    { id: 'county', heading: 'County', as: 'text' as const },
    { id: 'fees', heading: 'Fees', as: 'money' as const },
    { id: 'centres', heading: 'Centres' },
  ],
  rows: [
    ['24', 5800, 1200],
    ['20', 17400, null],
  ],
};

test('a chart has its sentence, its table with links, and its CSV', async () => {
  render(ChartPanel, {
    title: 'Fees',
    summary: 'Fees by county.',
    table,
    csv: '/fees.csv',
    link: (at: number) => `#/county/${table.rows[at]?.[0]}`,
    draw: (palette) => bars(palette, ['24'], [{ name: 'Fees', values: [5800] }], String),
  });
  expect(screen.getByRole('img', { name: 'Fees by county.' })).toBeVisible();
  expect(screen.getByRole('link', { name: /CSV/ })).toHaveAttribute('href', '/fees.csv');
  await userEvent.click(screen.getByRole('button', { name: /as a table/ }));
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows[1]).toHaveTextContent(/24\s*Ksh\s5,800\s*1,200/);
  expect(rows[2]).toHaveTextContent(/20\s*Ksh\s17,400\s*–/);
  expect(screen.getByRole('link', { name: '24' })).toHaveAttribute('href', '#/county/24');
  await expectAccessible();
});

test('without rows it says that there is nothing yet', () => {
  render(ChartPanel, {
    title: 'Fees',
    summary: 'By county.',
    table: { ...table, rows: [] },
    draw: () => ({}),
  });
  expect(screen.getByText('Nothing to show yet')).toBeVisible();
  expect(screen.queryByRole('img')).toBeNull();
});

test('series are told apart by a legend only when there are several', () => {
  const one = [{ name: 'A', values: [1] }];
  const two = [...one, { name: 'B', values: [2], share: true }];
  expect(bars(palette, ['x'], one, String)).toMatchObject({
    legend: { show: false },
    series: [{ type: 'bar' }],
  });
  expect(bars(palette, ['x'], two, String)).toMatchObject({
    legend: { show: true },
    series: [{}, { yAxisIndex: 1 }],
  });
  expect(lines(palette, ['x'], [{ ...one[0]!, dashed: true }], String)).toMatchObject({
    series: [{ lineStyle: { type: 'dashed' } }],
  });
});

test('a field without anything in it still has a scale', () => {
  expect(heat(palette, ['00'], ['Mon'], [[0, 0, 0]], String)).toMatchObject({
    visualMap: { min: 0, max: 1 },
  });
});
