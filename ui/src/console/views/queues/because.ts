// Why two entries are thought to be one person, in the language chosen. The server's finder says it as `subject: code` of a
// fixed list of codes; one that is not listed here is shown as it came.
import { t } from '$shared/words';

const subjects: Record<string, string> = {
  'birth certificate': 'console-queues-because-certificate',
  'index number of the primary certificate': 'console-queues-because-index',
  names: 'console-queues-because-names',
  gender: 'console-queues-because-gender',
  'year of birth': 'console-queues-because-birth-year',
  subjects: 'console-queues-because-subjects',
  telephone: 'console-queues-because-telephone',
  'identity document': 'console-queues-because-document',
  'index number of the last attempt': 'console-queues-because-last',
  'special needs': 'console-queues-because-needs',
  'entry code and citizenship': 'console-queues-because-standing',
  'admission number': 'console-queues-because-admission',
};
const codes: Record<string, string> = {
  same: 'console-queues-code-same',
  'same, of many': 'console-queues-code-of-many',
  'same, of a few': 'console-queues-code-of-few',
  'next to it': 'console-queues-code-next',
  transposed: 'console-queues-code-transposed',
  'one digit': 'console-queues-code-one-digit',
  'one missing': 'console-queues-code-one-missing',
  'two digits': 'console-queues-code-two-digits',
  differs: 'console-queues-code-differs',
  differ: 'console-queues-code-differs',
  'one slip': 'console-queues-code-one-digit',
  'same, other year': 'console-queues-code-other-year',
  'same school': 'console-queues-code-school',
  'one slip, other year': 'console-queues-code-slip-other-year',
  'same school, one digit': 'console-queues-code-school-digit',
  'differs, other year': 'console-queues-code-differs-other-year',
  'one year off': 'console-queues-code-year-off',
  'one digit or two exchanged': 'console-queues-code-slip',
  'two or three years off': 'console-queues-code-years-off',
  'neither given': 'console-queues-code-neither',
  'not given': 'console-queues-code-neither',
  none: 'console-queues-code-neither',
  'one not given': 'console-queues-code-one-given',
  'one has none': 'console-queues-code-one-given',
  'one exchanged': 'console-queues-code-one-exchanged',
  'two exchanged': 'console-queues-code-two-exchanged',
  'mostly other': 'console-queues-code-mostly-other',
  'entry code differs': 'console-queues-code-entry',
  'citizenship differs': 'console-queues-code-citizenship',
  'other county': 'console-queues-code-other-county',
  'same county': 'console-queues-code-same-county',
  'same sub-county': 'console-queues-code-same-sub-county',
  'same centre': 'console-queues-code-same-centre',
};
const names: Record<string, string> = {
  'the same': 'console-queues-name-same',
  'alike in sound': 'console-queues-name-sounds',
  'a letter off': 'console-queues-name-near',
  'of one stem': 'console-queues-name-stem',
  'an initial': 'console-queues-name-initial',
  another: 'console-queues-name-unlike',
  'left out': 'console-queues-name-left-out',
};
const otherwise: Record<string, string> = {
  Namesakes: 'console-queues-otherwise-namesakes',
  PartlyNamesakes: 'console-queues-otherwise-partly',
  SharedCertificate: 'console-queues-otherwise-certificate',
  SharedIndex: 'console-queues-otherwise-index',
  RecurringIndex: 'console-queues-otherwise-recurring',
  Twins: 'console-queues-otherwise-twins',
  Schoolmates: 'console-queues-otherwise-schoolmates',
  NearCertificates: 'console-queues-otherwise-near',
  Strangers: 'console-queues-otherwise-strangers',
};

const codeName = (code: string) => (codes[code] ? t(codes[code]) : code);

/** `2 the same`, `in another order`. */
function ofNames(part: string): string {
  if (part === 'in another order') return t('console-queues-name-order');
  const [, count, likeness = ''] = /^(\d+) (.+)$/.exec(part) ?? [];
  const known = names[likeness];
  return known ? t(known, { count: Number(count) }) : part;
}

/** A reason in the language chosen. */
export function because(text: string): string {
  if (codes[text]) return codeName(text);
  const at = text.indexOf(': ');
  const subject = subjects[text.slice(0, at)];
  if (at < 0 || !subject) return text;
  const rest = text.slice(at + 2);
  const said = subject.endsWith('-names') ? rest.split(', ').map(ofNames).join(', ') : codeName(rest);
  return `${t(subject)}: ${said}`;
}

/** What two would be to each other if they are not one person. */
export function otherwiseName(kinship: string): string {
  const known = otherwise[kinship];
  return known ? t(known) : kinship;
}
