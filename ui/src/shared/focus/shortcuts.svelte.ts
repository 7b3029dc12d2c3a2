// The keys of the program in one place: what each does, where it holds, and the sheet that `?` shows. A screen adds its
// own while it is shown. Knows no command; it calls what it was given.
import { untrack } from 'svelte';

export interface Shortcut {
  /** As `Ctrl+K`, `Alt+1`, `F8`, `?`. Ctrl stands for Command on a Mac as well. */
  keys: string;
  /** Id of the message that says what it does. */
  words: string;
  /** Returning false lets the browser have the key. */
  run: () => boolean | void;
  /** Holds while text is being typed too. Default: only keys with Ctrl, Alt or F1 to F12 do. */
  whileTyping?: boolean;
}

/** Where the browser keeps that keys of one sign are off: who speaks to the computer types by chance (WCAG 2.1.4). */
const OFF = 'daftari.single-keys';

class Shortcuts {
  /** Whether keys of one sign, without Ctrl or Alt, hold. */
  single = $state(localStorage.getItem(OFF) !== 'off');

  private layers = $state.raw<Shortcut[][]>([]);

  /** All that hold now, those of the screen first. */
  readonly list = $derived(this.layers.toReversed().flat());

  /** Adds shortcuts until the returned function is called; for `$effect(() => shortcuts.add([...]))`. */
  add(shortcuts: Shortcut[]): () => void {
    this.layers = [...untrack(() => this.layers), shortcuts];
    return () => {
      this.layers = untrack(() => this.layers).filter((layer) => layer !== shortcuts);
    };
  }

  chooseSingle(single: boolean): void {
    this.single = single;
    localStorage.setItem(OFF, single ? 'on' : 'off');
  }

  /** Handles a key; the last added comes first. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const keys = named(event);
    if (keys.length === 1 && !this.single) return;
    const found = this.list.find((shortcut) => shortcut.keys === keys && (holds(shortcut) || !typing(event)));
    if (found && found.run() !== false) event.preventDefault();
  }
}

function holds(shortcut: Shortcut): boolean {
  return shortcut.whileTyping ?? /^(Ctrl|Alt|F\d)/.test(shortcut.keys);
}

/** A circle or a box to tick takes no text. */
const fields = 'textarea, select, input:not([type=radio], [type=checkbox])';

function typing({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(fields));
}

/** `Ctrl+Shift+Z` and the like, as the list writes it. */
export function named(event: KeyboardEvent): string {
  const letter = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const key = event.altKey && digit ? digit : letter;
  const shift = event.shiftKey && (event.key.length > 1 || event.ctrlKey || event.metaKey);
  return [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', shift && 'Shift', key]
    .filter(Boolean)
    .join('+');
}

export const shortcuts = new Shortcuts();
