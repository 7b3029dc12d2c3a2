// Narrowing a list of choices by what was typed: every word typed must begin a word of the label, its code or detail.
export interface Choice {
  value: string;
  label: string;
  detail?: string;
  disabled?: boolean;
}

/** Lower case without marks over letters, so that `wanjiku` finds Wanjikũ. */
export function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Does every word of `typed` begin some word of `text`? */
export function matches(text: string, typed: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u);
  return plain(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

export function narrowed(choices: Choice[], typed: string): Choice[] {
  if (!typed.trim()) return choices;
  return choices.filter((choice) => matches(`${choice.value} ${choice.label} ${choice.detail ?? ''}`, typed));
}
