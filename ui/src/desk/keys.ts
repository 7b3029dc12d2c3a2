// The keys that hold everywhere in the desk. Screens add their own while they are shown.
import type { Shortcut } from '$shared/focus/shortcuts.svelte';
import { citedNear } from '$shared/components/paragraph';
import { route } from '$shared/layout/route.svelte';
import { canOpenAnother } from '$domain/windows';
import { areas } from './areas';
import { hooks } from './hooks.svelte';
import { open } from './open.svelte';
import { anotherWindow } from './another';

/** Ctrl+Z belongs to the text while text is being typed. */
function unlessTyping(run: () => boolean): () => boolean {
  return () =>
    !document.activeElement?.matches('input:not([type=checkbox], [type=radio]), textarea') && run();
}

export function shellKeys(): Shortcut[] {
  const places = areas.slice(0, 9).map((area, at) => ({
    keys: `Alt+${at + 1}`,
    words: area.words,
    run: () => route.go(`/${area.id}`),
  }));
  return [
    { keys: 'Ctrl+K', words: 'shell-key-commands', run: () => open.commands() },
    { keys: 'Ctrl+F', words: 'shell-key-search', run: search },
    { keys: 'F1', words: 'shell-key-help', run: () => open.paragraph(paragraph()) },
    { keys: 'F8', words: 'shell-key-problem', run: () => hooks.ask('nextProblem') },
    { keys: 'Ctrl+Z', words: 'shell-key-undo', run: unlessTyping(() => hooks.ask('undo')) },
    { keys: 'Ctrl+Y', words: 'shell-key-redo', run: unlessTyping(() => hooks.ask('redo')) },
    ...(canOpenAnother
      ? [{ keys: 'Ctrl+Shift+N', words: 'shell-key-window', run: () => void anotherWindow() }]
      : []),
    { keys: '?', words: 'shell-key-keys', run: () => open.sheet() },
    ...places,
  ];
}

/** What the screen says of where the focus is, else what is cited nearest to it. */
function paragraph(): string | undefined {
  return hooks.get('paragraph')?.() ?? citedNear(document.activeElement);
}

function search(): void {
  if (!hooks.ask('search')) document.getElementById('shell-search')?.focus();
}
