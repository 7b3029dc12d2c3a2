// Sizes of a page on the screen, in per cent of its size on paper (72 points an inch, 96 pixels an inch).
const STEPS = [50, 67, 80, 100, 125, 150, 200, 250];
/** Space around the page, in pixels. */
const AROUND = 40;

export const Sizes = {
  /** As wide as the room lets it be, at most 150. */
  fitting(points: number, room: number): number {
    const pixels = (points * 96) / 72;
    return Math.max(25, Math.min(150, ((room - AROUND) / pixels) * 100));
  },
  /** Per cent of its points that the picture is drawn at: as many pixels as the screen shows, in steps of ten so that one
   * picture serves several widths. */
  drawn(percent: number, density: number): number {
    const wanted = (percent * density * 96) / 72;
    return Math.min(420, Math.max(30, Math.ceil(wanted / 10) * 10));
  },
};

/** The next size up or down. */
export function nearer(percent: number, way: 1 | -1): number {
  const steps = way > 0 ? STEPS : STEPS.toReversed();
  return steps.find((step) => (way > 0 ? step > percent + 1 : step < percent - 1)) ?? steps.at(-1)!;
}
