// Where a thing that is left to do is done. Owns addresses only: which screen has the fields of which condition.
import type { LeftView } from '$domain/bindings/commands';

const screens: Record<string, string> = {
  photograph: '/photographs',
  roll: '/approval?part=signatures',
  fees: '/approval?part=slips',
  documents: '/approval?part=documents',
};

/** The screen of what concerns the centre, else the candidates whom it concerns. */
export function wayOf(one: LeftView): string {
  const screen = screens[one.condition];
  if (one.count === 0) return screen ?? '/settings/centre';
  return `/candidates?rule=${encodeURIComponent(one.finding.rule)}`;
}
