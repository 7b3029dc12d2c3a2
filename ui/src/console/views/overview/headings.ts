// What the columns of the overview's parts are called and how their values are written. A column that is not named here
// shows its own name, so that a new server does not break an old page.
import { t } from '$shared/words';
import { weekday } from '$shared/words/weekday';
import type { ChartColumn, ChartTable, ChartValue } from '$shared/charts/table';
import type { Part } from '$domain/council/overview';
import { queueWords, severityWords, stateWords } from '../../names';

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

/** Names of counties by their codes of two digits. */
export type CountyNames = ReadonlyMap<string, string>;

function worded(id: string, value: ChartValue, counties: CountyNames): ChartValue {
  if (id === 'county') {
    const code = String(value).padStart(2, '0');
    return `${code} ${counties.get(code) ?? ''}`.trim();
  }
  const named = { state: stateWords, queue: queueWords, severity: severityWords }[id];
  if (named && typeof value === 'string') return named(value);
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
