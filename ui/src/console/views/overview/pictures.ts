// How each part of the overview is drawn and where its rows lead. Takes the part as the server gave it beside the table in
// words; decides nothing of what the numbers mean.
import { t, words } from '$shared/words';
import { bars, heat, lines } from '$shared/charts/options';
import type { Palette } from '$shared/charts/palette';
import { column, type ChartTable, type ChartValue } from '$shared/charts/table';
import { href } from '$shared/layout/route.svelte';
import type { Part } from '$domain/council/overview';
import { weekday } from '$shared/words/weekday';

type Draw = (palette: Palette) => ReturnType<typeof bars>;

export interface Picture {
  /** Message ids. */
  title: string;
  summary: string;
  draw?: (part: Part, table: ChartTable) => Draw;
  /** Rows stand in this column's order, the largest first, in picture and table alike. */
  by?: string;
  /** The list behind a row, as the server gave it, of the county that is shown. */
  link?: (row: ChartValue[], county: string | undefined) => string;
  height?: number;
  asTable?: boolean;
  wide?: boolean;
}

/** Names that still can be read under each other. */
const MOST = 15;
const count = (value: number) =>
  new Intl.NumberFormat(words.locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);

/** A part with the largest of a column first. */
export function sorted(part: Part, by: string | undefined): Part {
  const at = by === undefined ? -1 : part.columns.indexOf(by);
  if (at < 0) return part;
  return { ...part, rows: part.rows.toSorted((a, b) => Number(b[at]) - Number(a[at])) };
}
/** Those that can be drawn; a bar stands for the row at its place. */
const first = (table: ChartTable): ChartTable => ({ ...table, rows: table.rows.slice(0, MOST) });
function heading(table: ChartTable, id: string): string {
  return table.columns.find((column) => column.id === id)?.heading ?? id;
}
/** Those of the columns that the server gave. */
function series(table: ChartTable, ids: string[], more: object = {}) {
  const given = ids.filter((id) => table.columns.some((column) => column.id === id));
  return given.map((id) => ({ name: heading(table, id), values: column(table, id), ...more }));
}
/** A row that begins with a county's code. */
export const ofCounty = (row: ChartValue[]) => href(`/overview?county=${row[0]}`);

function lying(names: string, ids: string[], more: object = {}): Picture['draw'] {
  return (_, table) => {
    const top = first(table);
    return (palette) => bars(palette, column(top, names), series(top, ids, more), count, true);
  };
}

function pareto(_: Part, table: ChartTable): Draw {
  const top = first(table);
  const all = column(table, 'candidates').reduce<number>((sum, value) => sum + Number(value), 0);
  let sum = 0;
  const shares = column(top, 'candidates').map((value) =>
    Math.round(((sum += Number(value)) / Math.max(1, all)) * 100),
  );
  const share = { name: t('console-overview-share'), values: shares, share: true };
  return (palette) => bars(palette, column(top, 'paragraph'), [...series(top, ['candidates']), share], count);
}

function byHour(_: Part, table: ChartTable): Draw {
  const hour = new Intl.DateTimeFormat(words.locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const names = column(table, 'at').map((at) => hour.format(Number(at)));
  return (palette) => bars(palette, names, series(table, ['batches']), count);
}

function week(part: Part): Draw {
  const days = Array.from({ length: 7 }, (_, at) => weekday(at + 1));
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
  const cells = part.rows.map((row): [number, number, number] => [
    Number(row[1]),
    Number(row[0]) - 1,
    Number(row[2]),
  ]);
  return (palette) => heat(palette, hours, days, cells, count);
}

function burnUp(_: Part, table: ChartTable): Draw {
  const day = new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const names = column(table, 'day').map((iso) => day.format(Date.parse(String(iso))));
  const [now, before] = series(table, ['candidates', 'last_year_candidates']);
  return (palette) => lines(palette, names, [now!, { ...before!, dashed: true }], count);
}

/** The list of centres, narrowed. */
export const behind = (filters: Record<string, string>, county: string | undefined) =>
  href(`/centres?${new URLSearchParams({ ...(county ? { county } : {}), ...filters })}`);
const toCentres = (filter: string, at: number) => (row: ChartValue[], county: string | undefined) =>
  behind({ [filter]: String(row[at]) }, county);

/** In the order of the page; `counties` is drawn as a map by the page itself. */
export const pictures: Record<string, Picture> = {
  'burn-up': {
    title: 'console-overview-burn-up',
    summary: 'console-overview-burn-up-summary',
    draw: burnUp,
    link: toCentres('day', 0),
  },
  funnel: {
    title: 'console-overview-funnel',
    summary: 'console-overview-funnel-summary',
    draw: (_, table) => (palette) =>
      bars(palette, column(table, 'state'), series(table, ['centres']), count, true),
    link: toCentres('state', 0),
  },
  queues: {
    title: 'console-overview-queues',
    summary: 'console-overview-queues-summary',
    by: 'waiting',
    draw: lying('queue', ['under_day', 'under_week', 'over_week'], { stacked: true }),
    link: (row) => href(`/queues/${row[0]}`),
  },
  uploads: {
    title: 'console-overview-uploads',
    summary: 'console-overview-uploads-summary',
    draw: byHour,
    link: toCentres('at', 0),
  },
  heat: {
    title: 'console-overview-heat',
    summary: 'console-overview-heat-summary',
    draw: week,
    link: ([weekday, clock], county) => behind({ weekday: String(weekday), clock: String(clock) }, county),
  },
  silent: {
    title: 'console-overview-silent-centres',
    summary: 'console-overview-silent-summary',
    link: (row) => href(`/centres/${row[0]}`),
    asTable: true,
    wide: true,
  },
  photographs: {
    title: 'console-overview-photographs-missing',
    summary: 'console-overview-photographs-summary',
    by: 'missing',
    draw: lying('county', ['missing', 'not_arrived'], { stacked: true }),
    link: toCentres('county', 0),
    height: 20,
  },
  paragraphs: {
    title: 'console-overview-paragraphs',
    summary: 'console-overview-paragraphs-summary',
    by: 'candidates',
    draw: pareto,
    link: toCentres('rule', 1),
  },
  subjects: {
    title: 'console-overview-subjects',
    summary: 'console-overview-subjects-summary',
    by: 'candidates',
    draw: lying('name', ['candidates']),
    link: toCentres('subject', 0),
    height: 20,
  },
  'special-needs': {
    title: 'console-overview-special-needs',
    summary: 'console-overview-special-needs-summary',
    by: 'candidates',
    draw: lying('category', ['candidates']),
    link: toCentres('need', 0),
  },
  fees: {
    title: 'console-overview-fees',
    summary: 'console-overview-fees-summary',
    by: 'expected_candidates',
    draw: lying('county', ['expected_candidates', 'slips']),
    link: toCentres('county', 0),
    height: 24,
  },
  versions: {
    title: 'console-overview-versions',
    summary: 'console-overview-versions-summary',
    by: 'devices',
    draw: lying('schema', ['devices', 'centres']),
    link: toCentres('schema', 0),
  },
};
