// Enter goes from one field of a form to the next, Shift+Enter to the one before. Owns the order (the page's); what a
// field is, the form says.

/** Moves the focus to the next control that the selector names; says whether the key was pressed in one of them. */
export function step(event: KeyboardEvent, controls: string): boolean {
  const from = event.target as HTMLElement;
  const within = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(controls);
  const all = [...within].filter((one) => one.tabIndex >= 0);
  const at = all.indexOf(from);
  if (at < 0) return false;
  const to = all[at + (event.shiftKey ? -1 : 1)];
  to?.focus();
  if (to instanceof HTMLInputElement && to.type === 'text') to.select();
  return true;
}
