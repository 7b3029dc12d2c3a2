// Which columns of a wide grid are drawn: those that stay, those of which something is to be seen, and that which has the
// focus. Rows are made of what is drawn, so a filter costs what the window shows and not what the register holds.

interface Wanted {
  /** How far from the left edge each column is, and how wide it is, in pixels. */
  lefts: number[];
  widths: number[];
  /** How many first columns stay. */
  frozen: number;
  /** What is seen, in pixels. */
  from: number;
  to: number;
}

/** The first and last of the columns that scroll of which something is seen, and one more on either side. */
export function seen({ lefts, widths, frozen, from, to }: Wanted): [first: number, last: number] {
  const stays = (lefts[frozen] ?? 0) - (lefts[0] ?? 0);
  const right = (at: number) => (lefts[at] ?? 0) + (widths[at] ?? 0);
  const places = lefts.map((_, at) => at).filter((at) => at >= frozen);
  const shown = places.filter((at) => right(at) > from + stays && (lefts[at] ?? 0) < to);
  return [(shown[0] ?? frozen) - 1, (shown.at(-1) ?? frozen) + 1];
}

/** The places of the columns drawn, ascending; `focus` is among them wherever it is. */
export function places(
  count: number,
  frozen: number,
  [first, last]: [number, number],
  focus: number,
): number[] {
  const all = Array.from({ length: count }, (_, at) => at);
  return all.filter((at) => at < frozen || (at >= first && at <= last) || at === focus);
}
