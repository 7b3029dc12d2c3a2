// TanStack's virtualiser for Svelte's runes: which rows of a long list are drawn. Rows are of one height; the active row is always drawn, so that the
// focus has somewhere to be when somebody scrolls away with the mouse.
import {
  Virtualizer,
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
} from '@tanstack/virtual-core';

interface Wanted {
  scroller: () => HTMLElement | undefined;
  count: () => number;
  /** Height of a row and of the sticky heading, in pixels. */
  height: () => number;
  active: () => number;
}

export class DrawnRows {
  items = $state.raw<VirtualItem[]>([]);
  total = $state(0);
  private readonly virtual: Virtualizer<HTMLElement, HTMLElement>;

  constructor(private readonly wanted: Wanted) {
    this.virtual = new Virtualizer<HTMLElement, HTMLElement>(this.options());
    $effect(() => this.virtual._didMount());
    $effect.pre(() => this.follow());
  }

  /** Scrolls as little as needed for row `index` to be seen whole. */
  reveal(index: number): void {
    this.virtual.scrollToIndex(index, { align: 'auto' });
  }

  /** Rows that fit, for Page Up and Page Down. */
  get page(): number {
    const room = (this.wanted.scroller()?.clientHeight ?? 0) - this.wanted.height();
    return Math.max(1, Math.floor(room / this.wanted.height()) - 1);
  }

  private follow(): void {
    this.virtual.setOptions(this.options());
    this.virtual._willUpdate();
    this.virtual.measure();
    this.read();
  }

  private read(): void {
    this.items = this.virtual.getVirtualItems();
    this.total = this.virtual.getTotalSize();
  }

  private options() {
    const height = this.wanted.height();
    const active = this.wanted.active();
    const scroller = this.wanted.scroller();
    return {
      count: this.wanted.count(),
      getScrollElement: () => scroller ?? null,
      estimateSize: () => height,
      overscan: 6,
      scrollPaddingStart: height,
      initialRect: { width: 1000, height: 600 },
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) =>
        withActive(defaultRangeExtractor(range), active, range.count),
      onChange: () => this.read(),
    };
  }
}

function withActive(drawn: number[], active: number, count: number): number[] {
  if (active < 0 || active >= count || drawn.includes(active)) return drawn;
  return [...drawn, active].sort((a, b) => a - b);
}
