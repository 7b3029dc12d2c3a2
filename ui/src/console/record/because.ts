// Why a case is one, and why two entries are thought to be one person, in the language chosen: a code of the server's, with
// what it is about. Owns the tables, which the contract keeps whole; of a newer server's code, which an older page does not
// know, the English words that come with it are shown. A page that uses it needs `console-because` and `console-record`.
import { t } from '$shared/words';
import type { Said } from '$domain/council/contract';
import { fieldName, transferName } from './fields';

export type Reason = Said<'Reason'>;
type Code = Reason['code'];
type Kinship = NonNullable<Said<'Evidence'>['pairs']>[number]['otherwise'];

/** Sentences of their own. */
const sentences = {
  'written-twice': 'console-because-written-twice',
  'withdrawn-unseen': 'console-because-withdrawn-unseen',
  'number-taken': 'console-because-number-taken',
  'two-as-one': 'console-because-two-as-one',
  revoked: 'console-because-revoked',
  late: 'console-because-late',
  'second-person': 'console-because-second-person',
  'no-right': 'console-because-no-right',
  invalid: 'console-because-invalid',
  unsigned: 'console-because-unsigned',
  departed: 'console-because-departed',
  'same-picture': 'console-because-same-picture',
  asked: 'console-because-asked',
  wanted: 'console-because-wanted',
  both: 'console-because-both',
  missing: 'console-because-missing',
  'after-limit': 'console-because-after-limit',
  'no-result': 'console-because-no-result',
  'result-differs': 'console-because-result-differs',
  'head-objects': 'console-because-head-objects',
  few: 'console-because-few',
  deregistered: 'console-because-deregistered',
  merged: 'console-because-merged',
  rising: 'console-because-rising',
  repeated: 'console-because-repeated',
  filler: 'console-because-filler',
} satisfies Partial<Record<Code, string>>;
/** Names are told word by word. */
type OfNames = 'names-agree' | 'one-name-other' | 'two-names-other';
/** How a field of two entries compares. */
const levels: Record<Exclude<Code, keyof typeof sentences | OfNames>, string> = {
  same: 'console-because-code-same',
  'same-of-many': 'console-because-code-of-many',
  'same-of-few': 'console-because-code-of-few',
  next: 'console-because-code-next',
  transposed: 'console-because-code-transposed',
  'one-digit': 'console-because-code-one-digit',
  'one-missing': 'console-because-code-one-missing',
  'two-digits': 'console-because-code-two-digits',
  differs: 'console-because-code-differs',
  differ: 'console-because-code-differs',
  'one-slip': 'console-because-code-one-digit',
  'same-other-year': 'console-because-code-other-year',
  'same-school': 'console-because-code-school',
  'one-slip-other-year': 'console-because-code-slip-other-year',
  'same-school-one-digit': 'console-because-code-school-digit',
  'differs-other-year': 'console-because-code-differs-other-year',
  'one-year-off': 'console-because-code-year-off',
  slip: 'console-because-code-slip',
  'few-years-off': 'console-because-code-years-off',
  'neither-given': 'console-because-code-neither',
  'not-given': 'console-because-code-neither',
  none: 'console-because-code-neither',
  'one-given': 'console-because-code-one-given',
  'one-has-none': 'console-because-code-one-given',
  'one-exchanged': 'console-because-code-one-exchanged',
  'two-exchanged': 'console-because-code-two-exchanged',
  'mostly-other': 'console-because-code-mostly-other',
  'entry-code-differs': 'console-because-code-entry',
  'citizenship-differs': 'console-because-code-citizenship',
  'other-county': 'console-because-code-other-county',
  'same-county': 'console-because-code-same-county',
  'same-sub-county': 'console-because-code-same-sub-county',
  'same-centre': 'console-because-code-same-centre',
};
/** What is compared, where the code alone does not say it. */
const fields: Record<string, string> = {
  birth_certificate_no: 'console-because-of-certificate',
  qualifying_index: 'console-because-of-index',
  name: 'console-because-of-names',
  gender: 'console-because-of-gender',
  year_of_birth: 'console-because-of-birth-year',
  subjects: 'console-because-of-subjects',
  phone: 'console-because-of-telephone',
  id_document: 'console-because-of-document',
  last_kcse_index: 'console-because-of-last',
  special_needs: 'console-because-of-needs',
  entry_code: 'console-because-of-standing',
  admission_no: 'console-because-of-admission',
};
const counts = {
  same: 'console-because-name-same',
  sounds: 'console-because-name-sounds',
  near: 'console-because-name-near',
  stem: 'console-because-name-stem',
  initial: 'console-because-name-initial',
  unlike: 'console-because-name-unlike',
  left_out: 'console-because-name-left-out',
} satisfies Partial<Record<keyof NonNullable<Reason['names']>, string>>;
const kinships: Record<Exclude<Kinship, 'same'>, string> = {
  namesakes: 'console-because-otherwise-namesakes',
  'partly-namesakes': 'console-because-otherwise-partly',
  'certificate-shared': 'console-because-otherwise-certificate',
  'index-shared': 'console-because-otherwise-index',
  'recurring-index': 'console-because-otherwise-recurring',
  twins: 'console-because-otherwise-twins',
  schoolmates: 'console-because-otherwise-schoolmates',
  'near-certificates': 'console-because-otherwise-near',
  strangers: 'console-because-otherwise-strangers',
};

/** A message by a key of its table, if it has one. */
const known = (table: Record<string, string>, key: string): string | undefined => table[key];

/** `2 the same, 1 left out, in another order`. */
function ofNames(names: NonNullable<Reason['names']>): string {
  const parts = Object.entries(counts).flatMap(([kind, id]) => {
    const count = names[kind as keyof typeof counts];
    return count > 0 ? [t(id, { count })] : [];
  });
  return [...parts, ...(names.reordered ? [t('console-because-name-order')] : [])].join(', ');
}

const lacking = (part: string) =>
  part === 'centre' ? t('console-because-missing-centre') : transferName(part);

/** A reason in the language chosen. */
export function because({ code, text, field, names, missing, ...numbers }: Reason): string {
  const sentence = known(sentences, code);
  if (sentence) {
    const { to, count, least, centres } = numbers;
    const [name, what] = [field && fieldName(field), missing?.map(lacking).join(', ')];
    return t(sentence, given({ field: name, what, to, count, least, centres }));
  }
  const level = known(levels, code);
  const how = level ? t(level) : names && ofNames(names);
  if (!how) return text;
  const what = known(fields, field ?? '');
  return what ? `${t(what)}: ${how}` : how;
}

/** What there is of what a message may speak of. */
function given(all: Record<string, string | number | undefined>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, one]) => (one === undefined ? [] : [[name, one]])),
  );
}

/** What two would be to each other if they are not one person. */
export function otherwiseName(kinship: Kinship): string {
  const name = known(kinships, kinship);
  return name ? t(name) : kinship;
}
