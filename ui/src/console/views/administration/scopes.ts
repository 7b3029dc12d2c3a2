// Whom a role reaches, as it is typed: nothing, a sub-county's five digits, or centres' eight digits one after the other. The
// server decides what fits; this only says what to ask for.

export type ScopeKind = 'all' | 'sub-county' | 'centres';

export function scopeKind(role: string): ScopeKind {
  if (role === 'scde') return 'sub-county';
  return role === 'head' || role === 'clerk' ? 'centres' : 'all';
}

/** As the server takes it; nothing while what was typed is none. */
export function scopeOf(kind: ScopeKind, typed: string): string[] | undefined {
  if (kind === 'all') return [''];
  const codes = typed.split(/[\s,;]+/).filter(Boolean);
  const digits = kind === 'sub-county' ? 5 : 8;
  const whole = codes.every((code) => code.length === digits && /^\d+$/.test(code));
  if (!whole || codes.length === 0) return undefined;
  return kind === 'sub-county' && codes.length > 1 ? undefined : codes;
}
