// Which rows of a long list are drawn, and how far it is scrolled to the side. Rows are of one height, so that this is arithmetic on the place scrolled to and
// never waits for a measurement. The active row is always drawn, so that the focus has somewhere to be when somebody scrolls away with
// the mouse.

/** Rows drawn beyond either edge, so that a quick scroll shows no gap. */
const BEYOND = 4;

interface Wanted {
  scroller: () => HTMLElement | undefined;
  count: () => number;
  /** Height of a row, and of the sticky heading, in pixels. */
  height: () => number;
  active: () => number;
}

export class DrawnRows {
  private top = $state(0);
  /** How far it is scrolled to the side, in pixels. */
  left = $state(0);
  private room = $state(600);
  private readonly wanted: Wanted;
  /** Indices of the rows drawn, ascending. */
  readonly indices: number[] = $derived.by(() => this.drawn());
  /** Height of all rows, in pixels. */
  readonly total: number = $derived.by(() => this.wanted.count() * this.wanted.height());

  constructor(wanted: Wanted) {
    this.wanted = wanted;
    $effect(() => this.watch(wanted.scroller()));
  }

  /** Rows that fit, for Page Up and Page Down. */
  get page(): number {
    return Math.max(1, Math.floor(this.room / this.wanted.height()) - 2);
  }

  /** Scrolls as little as needed for row `index` to be seen whole under the heading. */
  reveal(index: number): void {
    const scroller = this.wanted.scroller();
    if (!scroller) return;
    const height = this.wanted.height();
    const [from, to] = [index * height, (index + 2) * height - scroller.clientHeight];
    const top = Math.max(Math.min(scroller.scrollTop, from), to);
    if (top !== scroller.scrollTop) scroller.scrollTop = top;
    this.top = top;
  }

  private watch(scroller: HTMLElement | undefined): (() => void) | undefined {
    if (!scroller) return undefined;
    const follow = () => {
      this.top = scroller.scrollTop;
      this.left = scroller.scrollLeft;
    };
    const measure = new ResizeObserver(() => (this.room = scroller.clientHeight));
    measure.observe(scroller);
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => {
      measure.disconnect();
      scroller.removeEventListener('scroll', follow);
    };
  }

  private drawn(): number[] {
    const [height, count, active] = [this.wanted.height(), this.wanted.count(), this.wanted.active()];
    const top = Math.min(this.top, Math.max(0, this.total - this.room + height));
    // Whole blocks of rows: a scroll by a few pixels changes nothing.
    const first = Math.max(0, Math.floor(top / height / BEYOND) * BEYOND - BEYOND);
    const last = Math.min(count, Math.ceil((top + this.room) / height / BEYOND) * BEYOND + BEYOND);
    const indices = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
    if (active >= 0 && active < first) indices.unshift(active);
    if (active >= last && active < count) indices.push(active);
    return indices;
  }
}
