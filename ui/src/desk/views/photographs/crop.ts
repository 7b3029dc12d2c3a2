// The square that is cut out of a picture, in pixels of the turned original: moved, sized and turned by hand. Pure; what
// a photograph must be is the core's.
export type Square = [left: number, top: number, side: number];
export type Size = [width: number, height: number];

/** So small a square would show nothing but skin. */
const smallest = 40;

const between = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** The square within the picture, in whole pixels. */
export function fitted([left, top, side]: Square, [width, height]: Size): Square {
  const largest = Math.min(width, height);
  const fits = Math.round(between(side, Math.min(smallest, largest), largest));
  return [Math.round(between(left, 0, width - fits)), Math.round(between(top, 0, height - fits)), fits];
}

export function moved([left, top, side]: Square, right: number, down: number, size: Size): Square {
  return fitted([left + right, top + down, side], size);
}

/** Larger or smaller around its middle. */
export function sized([left, top, side]: Square, to: number, size: Size): Square {
  const [, , fits] = fitted([left, top, to], size);
  const grown = (fits - side) / 2;
  return fitted([left - grown, top - grown, fits], size);
}

/** The same piece of the picture after a quarter turn clockwise; `size` is that before it. */
export function turned([left, top, side]: Square, [, height]: Size): Square {
  return [height - top - side, left, side];
}

/** What a key does to the square; nothing for other keys. A step is a fiftieth of the picture, with Shift one pixel. */
export function byKey(key: string, fine: boolean, square: Square, size: Size): Square | undefined {
  const step = fine ? 1 : Math.max(1, Math.round(Math.max(...size) / 50));
  switch (key) {
    case 'ArrowLeft':
      return moved(square, -step, 0, size);
    case 'ArrowRight':
      return moved(square, step, 0, size);
    case 'ArrowUp':
      return moved(square, 0, -step, size);
    case 'ArrowDown':
      return moved(square, 0, step, size);
    case '+':
    case '=':
      return sized(square, square[2] + 2 * step, size);
    case '-':
      return sized(square, square[2] - 2 * step, size);
    default:
      return undefined;
  }
}
