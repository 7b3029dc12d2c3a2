// Findings as fields, cells and F8 show them. Owns where each is shown: under the first of its fields; and the order
// in which problems are gone through.
import type { FieldMessage, Severity } from '$shared/components/field';
import type { CellMark } from '$shared/grid/columns';
import type { CandidateRow, FindingView, FixView, Weight } from '$domain/bindings/commands';

export const severities: Record<Weight, Severity> = { error: 'error', warning: 'warning', notice: 'note' };
const order: Weight[] = ['error', 'warning', 'notice'];

/** The field under which a finding is shown. */
export const home = (finding: FindingView): string => finding.fields[0] ?? '';

export const said = (finding: FindingView): string =>
  [finding.what, finding.action].filter(Boolean).join(' ');

export function worstFirst(findings: FindingView[]): FindingView[] {
  return [...findings].sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight));
}

interface Acts {
  fix: (fix: FixView) => void;
  /** Lets a warning stand; its button's words. */
  stand: { label: string; run: (finding: FindingView) => void };
}

/** What a field says: its findings with paragraph, and their fix or, for a warning, the way to let it stand. */
export function messagesOf(findings: FindingView[], field: string, acts: Acts): FieldMessage[] {
  return worstFirst(findings.filter((finding) => home(finding) === field)).map((finding) => {
    const [fix] = finding.fixes;
    const message = {
      severity: severities[finding.weight],
      text: said(finding),
      paragraph: finding.paragraph,
    };
    if (fix) return { ...message, fix: { label: fix.label, run: () => acts.fix(fix) } };
    if (finding.weight !== 'warning') return message;
    return { ...message, fix: { label: acts.stand.label, run: () => acts.stand.run(finding) } };
  });
}

/** The sign at a cell: the worst of what is about its field. */
export function markOf(row: CandidateRow, field: string): CellMark | undefined {
  const [worst] = worstFirst(row.findings.filter((finding) => home(finding) === field));
  return worst && { severity: severities[worst.weight], text: said(worst) };
}

export interface Problem {
  row: string;
  field: string;
}

/** Errors and warnings of the rows in the order of rows and fields. */
export function problems(rows: CandidateRow[], fields: string[]): Problem[] {
  return rows.flatMap((row) => {
    const wrong = new Set(row.findings.filter((found) => found.weight !== 'notice').map(home));
    return fields.filter((field) => wrong.has(field)).map((field) => ({ row: row.id, field }));
  });
}

/** The one after a place, and from the last on to the first. */
export function nextProblem(
  rows: CandidateRow[],
  fields: string[],
  from: Problem | undefined,
): Problem | undefined {
  const all = problems(rows, fields);
  const places = new Map(rows.map((row, at) => [row.id, at]));
  const rank = (place: Problem) => (places.get(place.row) ?? -1) * 100 + fields.indexOf(place.field);
  const start = from ? rank(from) : -1;
  const later = all.find((place) => rank(place) > start);
  return later ?? all[0];
}
