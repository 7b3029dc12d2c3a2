import { expect, test } from 'vitest';
import type { ChartValue } from '$shared/charts/table';
import { pictures, sorted } from './pictures';

/** A row of each part, as the server gives it, and the list behind it. */
const behind: Record<string, [row: ChartValue[], list: string]> = {
  'burn-up': [['2026-02-01', 40, 2, 30], '#/centres?county=24&day=2026-02-01'],
  funnel: [['entered', 3, 120], '#/centres?county=24&state=entered'],
  queues: [['duplicate', 4, 1, 0, 4, 0, 0], '#/queues/duplicate'],
  uploads: [[1_794_898_800_000, 2, 60, 9000], '#/centres?county=24&at=1794898800000'],
  heat: [[1, 8, 4], '#/centres?county=24&weekday=1&clock=8'],
  silent: [['24505105', 'KABIRO', '24505', 1, 40, null, null], '#/centres/24505105'],
  photographs: [['24', 'West Pokot', 40, 30, 10], '#/centres?county=24'],
  paragraphs: [['2.3.12(iii)', 'photo.missing', 'error', 10, 1], '#/centres?county=24&rule=photo.missing'],
  subjects: [['101', 'English', 40, 1, 40], '#/centres?county=24&subject=101'],
  'special-needs': [['BL', 9, 2], '#/centres?county=24&need=BL'],
  fees: [['24', 'West Pokot', 1, 2, 3, 4, 5], '#/centres?county=24'],
  versions: [[4, 2, 1], '#/centres?county=24&schema=4'],
};

test.each(Object.entries(pictures))(
  'a row of %s leads to the list behind it, of the county shown',
  (id, { link }) => {
    const [row, list] = behind[id]!;
    expect(link?.(row, '24')).toBe(list);
  },
);

test('a bar stands for the row at its place: picture and table have one order', () => {
  const part = {
    columns: ['code', 'candidates'],
    rows: [['101', 3] as ChartValue[], ['102', 9], ['121', 5]],
  };
  expect(sorted(part, 'candidates').rows.map(([code]) => code)).toEqual(['102', '121', '101']);
  expect(sorted(part, undefined)).toBe(part);
});
