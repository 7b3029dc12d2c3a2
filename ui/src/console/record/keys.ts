// Keys of one letter for lists and cases: they hold while nothing lies over the page, and never while text is typed. And
// going through the links of a list with J and K.
import type { Shortcut } from '$shared/focus/shortcuts.svelte';

/** A plain key of a page; while a dialog is open it is the dialog's. */
export function plain(keys: string, words: string, run: () => boolean | void): Shortcut {
  return { keys, words, run: () => (document.querySelector('dialog[open]') ? false : run()) };
}

/** Moves the focus among the links that are a list's rows. */
export function step(list: HTMLElement | undefined, by: 1 | -1): boolean {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  if (rows.length === 0) return false;
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1);
  rows[next]?.focus();
  rows[next]?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** J, K and the arrows over a list. */
export function stepping(list: () => HTMLElement | undefined): Shortcut[] {
  return [
    plain('J', 'console-record-key-down', () => step(list(), 1)),
    plain('K', 'console-record-key-up', () => step(list(), -1)),
    plain('ArrowDown', 'console-record-key-down', () => step(list(), 1)),
    plain('ArrowUp', 'console-record-key-up', () => step(list(), -1)),
  ];
}
