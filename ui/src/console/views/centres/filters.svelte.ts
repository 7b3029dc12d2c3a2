// What the list of centres is narrowed by. Owns the words of the address; the choices come from the overview's tables, so
// that only what is there can be chosen.
import { route } from '$shared/layout/route.svelte';
import { part } from '$domain/council/overview';
import { FILTERS, type CentreFilters, type Filter } from '$domain/council/centres';

export interface Choice {
  value: string;
  label: string;
}

export interface Choices {
  counties: Choice[];
  rules: Choice[];
  subjects: Choice[];
}

/** As the address has them. */
export function asked(): CentreFilters {
  const given = FILTERS.flatMap((name): [Filter, string][] => {
    const value = route.param(name);
    return value ? [[name, value]] : [];
  });
  return Object.fromEntries(given);
}

/** Chooses one; the list begins anew. */
export function choose(name: Filter, value: string): void {
  route.set({ [name]: value || undefined, after: undefined });
}

export async function choices(year: number): Promise<Choices> {
  const [counties, rules, subjects] = await Promise.all([
    part('counties', year),
    part('paragraphs', year),
    part('subjects', year),
  ]);
  return {
    counties: counties.rows.map(([code, name]) => named(code, `${code} ${name}`)),
    rules: rules.rows.map(([paragraph, rule]) => named(rule, `${paragraph} ${rule}`)),
    subjects: subjects.rows.map(([code, name]) => named(code, `${code} ${name}`)),
  };
}

const named = (value: unknown, label: string): Choice => ({ value: String(value), label: label.trim() });
