// Days of the week by their number, as the chosen language shortens them.
import { words } from './words.svelte';

/** Monday is 1. */
export function weekday(day: number): string {
  // The first of January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, day));
  return new Intl.DateTimeFormat(words.locale, { weekday: 'short', timeZone: 'UTC' }).format(date);
}
