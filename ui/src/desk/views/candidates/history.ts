// The words of history and of undo: what was done, and to which field. Owns the tables; no judgement.
import { t } from '$shared/words';
import type { UndoStep } from '$domain/bindings/commands';
import { decisionName, queueName } from '../../council/words';
import { choiceWords, fieldWords, paperWords } from './fields';

export const kindWords: Record<string, string> = {
  enter: 'candidates-kind-enter',
  change: 'candidates-kind-change',
  bulk: 'candidates-kind-bulk',
  import: 'candidates-kind-import',
  withdraw: 'candidates-kind-withdraw',
  reinstate: 'candidates-kind-reinstate',
  photograph: 'candidates-kind-photograph',
  paper: 'candidates-kind-paper',
  slip: 'candidates-kind-slip',
  centre: 'candidates-kind-centre',
  acknowledge: 'candidates-kind-acknowledge',
  undo: 'candidates-kind-undo',
  redo: 'candidates-kind-redo',
  sign: 'candidates-kind-sign',
  resolve: 'candidates-kind-resolve',
  depart: 'candidates-kind-depart',
  arrive: 'candidates-kind-arrive',
};

/** What a column of the register is called. */
export function columnName(column: string): string {
  const words = fieldWords[column];
  if (words) return t(words);
  if (column.startsWith('paper.')) return t(paperWords[column.slice(6)] ?? 'candidates-kind-paper');
  if (column.startsWith('acknowledged.')) return t('candidates-field-acknowledged');
  const said = saidWords[column];
  if (said) return t(said);
  if (isAnswer(column)) return t('candidates-field-answer');
  if (column.startsWith('notice.')) return t('candidates-field-notice');
  return column;
}

/** A value as a person reads it. */
export function shownValue(column: string, value: string): string {
  if (column === 'photograph') return t('candidates-history-picture');
  if (value === 'yes') return t('candidates-yes');
  if (column === 'state') return t(standingWords[value] ?? 'candidates-standing-entered');
  if (isAnswer(column)) return answered(value);
  if (column.startsWith('notice.')) return noticed(value);
  if (column === 'transfer.wanted') return parsed(value)['to'] ?? value;
  const choice = choiceWords[column]?.[value];
  return choice ? t(choice) : value;
}

/** What is said beside the entry. */
const saidWords: Record<string, string> = {
  moved_from: 'candidates-field-moved-from',
  'transfer.to': 'candidates-field-transfer-to',
  'transfer.reason': 'candidates-field-transfer-reason',
  'transfer.head.from': 'candidates-field-transfer-head-from',
  'transfer.head.to': 'candidates-field-transfer-head-to',
  'transfer.scde.from': 'candidates-field-transfer-scde-from',
  'transfer.scde.to': 'candidates-field-transfer-scde-to',
  'transfer.slip': 'candidates-field-transfer-slip',
  'transfer.wanted': 'candidates-field-transfer-wanted',
};
const isAnswer = (column: string) => column.startsWith('notice.') && column.endsWith('.answer');

/** What travels as JSON; what does not read says nothing. */
function parsed(value: string): Record<string, string | undefined> {
  try {
    return Object(JSON.parse(value)) as Record<string, string | undefined>;
  } catch {
    return {};
  }
}
function noticed(value: string): string {
  const { queue = '', decision = '', reason = '', kept = '' } = parsed(value);
  const what = decisionName({ decision, kept, keep: /"keep":true/.test(value) });
  return [`${queueName(queue)}: ${what}`, reason].filter(Boolean).join(' · ');
}
function answered(value: string): string {
  const { answer, reason = '' } = parsed(value);
  return t(answer === 'accept' ? 'candidates-answer-accept' : 'candidates-answer-object', { reason });
}

const standingWords: Record<string, string> = {
  entered: 'candidates-standing-entered',
  withdrawn: 'candidates-standing-withdrawn',
  moved: 'candidates-standing-moved',
};

/** What a step of undo or redo was, as "change of name of AKINYI JANE". */
export function stepName(step: UndoStep): string {
  const what = t(kindWords[step.kind] ?? 'candidates-kind-other');
  if (step.candidates > 1) return t('candidates-step-many', { what, count: step.candidates });
  if (step.kind === 'change' && step.fields.length === 1 && step.who)
    return t('candidates-step-field', { field: columnName(step.fields[0]!), who: step.who });
  return step.who ? t('candidates-step-one', { what, who: step.who }) : what;
}
