// How long ago something was, and how long something lasts still, as the language says it.
import { words } from '$shared/words';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `3 days ago`. */
export function ago(at: number, now: number): string {
  const past = Math.max(0, now - at);
  const [unit, length] = units.find(([, length]) => past >= length) ?? (['minute', 60_000] as const);
  return new Intl.RelativeTimeFormat(words.locale, { numeric: 'auto' }).format(
    -Math.floor(past / length),
    unit,
  );
}

/** `12:05`, minutes and seconds. */
export function left(until: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
