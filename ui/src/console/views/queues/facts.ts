// How evidence of a form that is not known is put into words: names of facts, moments as moments, blanks as blanks.
import { t } from '$shared/words';
import { fieldName, shownValue } from '../../record/fields';

export type Facts = Record<string, unknown>;

const names: Record<string, string> = {
  actor: 'console-record-who',
  by: 'console-record-who',
  at: 'console-record-when',
  device: 'console-queues-fact-device',
  incarnation: 'console-queues-fact-incarnation',
  from: 'console-queues-fact-from',
  to: 'console-queues-fact-to',
  fee: 'console-queues-fact-fee',
  count: 'console-queues-fact-count',
  numbers: 'console-queues-fact-numbers',
  candidates: 'console-queues-fact-candidates',
  least: 'console-queues-fact-least',
  paragraph: 'console-queues-fact-paragraph',
  on: 'console-queues-fact-on',
  how: 'console-queues-fact-how',
  first: 'console-queues-fact-first',
  last: 'console-queues-fact-last',
  answer: 'console-queues-fact-answer',
  because: 'console-record-field-reason',
  field: 'console-queues-fact-field',
  value: 'console-queues-fact-value',
};
const words: Record<string, string> = {
  'how rising': 'console-queues-how-rising',
  'how repeated': 'console-queues-how-repeated',
  'how filler': 'console-queues-how-filler',
  'answer accept': 'console-queues-answer-accept',
  'answer object': 'console-queues-answer-object',
};
/** The years in which a number is a moment: milliseconds from 2001 to 2096. */
const [FIRST, LAST] = [1e12, 4e12];

export function factName(name: string): string {
  const known = names[name];
  return known ? t(known) : fieldName(name);
}

/** A list of things of which each has the same facts. */
export function isRows(value: unknown): value is Facts[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
  );
}

export function factValue(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('shared-blank');
  if (typeof value === 'number' && value > FIRST && value < LAST) return t('shared-moment', { when: value });
  if (value === true) return t('console-record-yes');
  if (name === 'field') return fieldName(String(value));
  const word = words[`${name} ${String(value)}`];
  if (word) return t(word);
  if (typeof value === 'object') return JSON.stringify(value);
  return shownValue(name, String(value));
}
