// What the columns of the overview's parts are called and how their values are written. A column that is not named here
// shows its own name, so that a new server does not break an old page.
import { t, words } from '$shared/words';
import type { ChartColumn, ChartTable, ChartValue } from '$shared/charts/table';
import type { Part } from '$domain/council/overview';

const headings: Record<string, string> = {
  county: 'console-overview-county',
  name: 'console-overview-name',
  centres: 'console-overview-centres',
  candidates: 'console-overview-candidates',
  ready: 'console-overview-ready',
  submitted: 'console-overview-submitted',
  silent: 'console-overview-silent',
  errors: 'console-overview-errors',
  day: 'console-overview-day',
  last_year_candidates: 'console-overview-last-year',
  state: 'console-overview-state',
  at: 'console-overview-at',
  batches: 'console-overview-batches',
  operations: 'console-overview-operations',
  bytes: 'console-overview-bytes',
  weekday: 'console-overview-weekday',
  hour: 'console-overview-hour',
  centre: 'console-overview-centre',
  sub_county: 'console-overview-sub-county',
  devices: 'console-overview-devices',
  last: 'console-overview-last',
  days: 'console-overview-days',
  queue: 'console-overview-queue',
  waiting: 'console-overview-waiting',
  claimed: 'console-overview-claimed',
  oldest: 'console-overview-oldest',
  under_day: 'console-overview-under-day',
  under_week: 'console-overview-under-week',
  over_week: 'console-overview-over-week',
  photographs: 'console-overview-photographs',
  missing: 'console-overview-missing',
  not_arrived: 'console-overview-not-arrived',
  paragraph: 'console-overview-paragraph',
  rule: 'console-overview-rule',
  severity: 'console-overview-severity',
  code: 'console-overview-code',
  largest: 'console-overview-largest',
  category: 'console-overview-category',
  expected_state: 'console-overview-expected-state',
  expected_candidates: 'console-overview-expected-candidates',
  slips: 'console-overview-slips',
  slip_count: 'console-overview-slip-count',
  difference: 'console-overview-difference',
  schema: 'console-overview-schema',
};
const states: Record<string, string> = {
  enrolled: 'console-overview-state-enrolled',
  uploading: 'console-overview-state-uploading',
  entered: 'console-overview-state-entered',
  ready: 'console-overview-state-ready',
  approved: 'console-overview-state-approved',
  returned: 'console-overview-state-returned',
};
const queues: Record<string, string> = {
  duplicate: 'console-overview-queue-duplicate',
  conflict: 'console-overview-queue-conflict',
  fork: 'console-overview-queue-fork',
  late: 'console-overview-queue-late',
  amendment: 'console-overview-queue-amendment',
  transfer: 'console-overview-queue-transfer',
  returned: 'console-overview-queue-returned',
  kcpe: 'console-overview-queue-kcpe',
  centre: 'console-overview-queue-centre',
};
const severities: Record<string, string> = {
  error: 'console-overview-severity-error',
  warning: 'console-overview-severity-warning',
  notice: 'console-overview-severity-notice',
};
const money = new Set(['expected_state', 'expected_candidates', 'slips', 'difference']);
const moments = new Set(['at', 'oldest']);
const texts = new Set(['county', 'centre', 'sub_county', 'code', 'hour', 'schema', 'paragraph', 'day']);

function column(id: string): ChartColumn {
  const heading = headings[id] ? t(headings[id]) : id;
  if (money.has(id)) return { id, heading, as: 'money' };
  if (moments.has(id)) return { id, heading, as: 'moment' };
  if (id === 'bytes') return { id, heading, as: 'bytes' };
  if (id === 'day') return { id, heading, as: 'day' };
  return { id, heading, as: texts.has(id) ? 'text' : undefined };
}

/** Monday is 1. */
export function weekday(day: number): string {
  // The first of January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, day));
  return new Intl.DateTimeFormat(words.locale, { weekday: 'short', timeZone: 'UTC' }).format(date);
}

/** Names of counties by their codes of two digits. */
export type CountyNames = ReadonlyMap<string, string>;

function worded(id: string, value: ChartValue, counties: CountyNames): ChartValue {
  if (id === 'county') {
    const code = String(value).padStart(2, '0');
    return `${code} ${counties.get(code) ?? ''}`.trim();
  }
  const table = { state: states, queue: queues, severity: severities }[id];
  const word = typeof value === 'string' ? table?.[value] : undefined;
  if (word) return t(word);
  if (id === 'last')
    return value === null ? t('console-overview-never') : t('shared-moment', { when: value });
  return id === 'weekday' && typeof value === 'number' ? weekday(value) : value;
}

/** A part as charts take it: headings and states in words. */
export function tableOf(part: Part, counties: CountyNames): ChartTable {
  return {
    columns: part.columns.map(column),
    rows: part.rows.map((row) => row.map((value, at) => worded(part.columns[at] ?? '', value, counties))),
  };
}
