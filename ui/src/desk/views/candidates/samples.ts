// Made-up rows for the tests of this folder.
import type { CandidateRow, FindingView, Weight } from '$domain/bindings/commands';

export function finding(rule: string, weight: Weight, ...fields: string[]): FindingView {
  return {
    rule,
    weight,
    fields,
    paragraph: '2.3.19',
    what: `${rule}.`,
    why: '',
    action: 'Mend it.',
    fixes: [],
  };
}

export function row(
  id: string,
  fields: Record<string, string> = {},
  more: Partial<CandidateRow> = {},
): CandidateRow {
  return {
    id,
    index: null,
    fields,
    standing: 'entered',
    because: null,
    came_from: null,
    photograph: null,
    signed: false,
    papers: [],
    papers_asked: [],
    findings: [],
    acknowledged: [],
    fee: null,
    sent: false,
    ...more,
  };
}
