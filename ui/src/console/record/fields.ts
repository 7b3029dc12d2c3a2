// What the fields of a register are called, in which order they are read, and how a value is written. A field that is not
// named here shows its own name, so that a new register does not break an old page.
import { t } from '$shared/words';

const names: Record<string, string> = {
  name: 'console-record-field-name',
  gender: 'console-record-field-gender',
  year_of_birth: 'console-record-field-year-of-birth',
  birth_certificate_no: 'console-record-field-birth-certificate-no',
  citizenship: 'console-record-field-citizenship',
  qualification: 'console-record-field-qualification',
  qualifying_index: 'console-record-field-qualifying-index',
  qualifying_year: 'console-record-field-qualifying-year',
  qualifying_test_year: 'console-record-field-qualifying-test-year',
  equation_year: 'console-record-field-equation-year',
  centre: 'console-record-field-centre',
  candidate_no: 'console-record-field-candidate-no',
  admission_no: 'console-record-field-admission-no',
  entry_code: 'console-record-field-entry-code',
  subjects: 'console-record-field-subjects',
  last_kcse_index: 'console-record-field-last-kcse-index',
  last_kcse_year: 'console-record-field-last-kcse-year',
  last_kcse_subjects: 'console-record-field-last-kcse-subjects',
  country: 'console-record-field-country',
  passport_no: 'console-record-field-passport-no',
  primary_years: 'console-record-field-primary-years',
  id_document: 'console-record-field-id-document',
  waiting_card: 'console-record-field-waiting-card',
  special_needs: 'console-record-field-special-needs',
  phone: 'console-record-field-phone',
  photograph: 'console-record-field-photograph',
  state: 'console-record-field-state',
  withdrawn_because: 'console-record-field-withdrawn-because',
  signed: 'console-record-field-signed',
  moved_to: 'console-record-field-moved-to',
  amendment_reason: 'console-record-field-amendment-reason',
  reason: 'console-record-field-reason',
  admitted: 'console-record-field-admitted',
  countersigned: 'console-record-field-countersigned',
  centre_name: 'console-record-field-centre-name',
};
const order = Object.keys(names);

const choices: Record<string, Record<string, string>> = {
  gender: { F: 'console-record-gender-f', M: 'console-record-gender-m' },
  citizenship: { C: 'console-record-citizenship-c', N: 'console-record-citizenship-n' },
  entry_code: { 1: 'console-record-entry-1', 2: 'console-record-entry-2', 3: 'console-record-entry-3' },
  state: {
    entered: 'console-record-state-entered',
    withdrawn: 'console-record-state-withdrawn',
    moved: 'console-record-state-moved',
  },
};

export function fieldName(field: string): string {
  const known = names[field];
  if (known) return t(known);
  const [family, rest = ''] = field.split(/\.(.*)/s);
  if (family === 'paper') return t('console-record-field-paper', { paper: rest });
  if (family === 'transfer') return transferName(rest);
  if (family === 'notice') return t('console-record-field-notice');
  if (family === 'acknowledged') return t('console-record-field-acknowledged');
  if (family === 'announcement') return t('console-record-field-announcement');
  if (family === 'resolved') return fieldName(rest);
  return field.replaceAll('_', ' ');
}

const ofTransfer: Record<string, string> = {
  to: 'console-record-transfer-to',
  reason: 'console-record-transfer-reason',
  'head.from': 'console-record-transfer-head-from',
  'head.to': 'console-record-transfer-head-to',
  'scde.from': 'console-record-transfer-scde-from',
  'scde.to': 'console-record-transfer-scde-to',
  slip: 'console-record-transfer-slip',
  wanted: 'console-record-transfer-wanted',
};

/** What a transfer needs, by the end of its field: `head.from`. */
export function transferName(part: string): string {
  const known = ofTransfer[part] ?? ofTransfer[part.startsWith('in.') ? 'wanted' : 'to'];
  return known ? t(known) : part;
}

/** A value as a person reads it. A picture is a hash: only its beginning tells two apart. */
export function shownValue(field: string, value: string): string {
  const choice = choices[field]?.[value];
  if (choice) return t(choice);
  if (field === 'photograph' && value.length > 12) return `${value.slice(0, 8)}…`;
  if (value.startsWith('{')) return saidIn(value);
  return value === 'yes' ? t('console-record-yes') : value;
}

/** The reason in a notice or an answer, which is JSON. */
function saidIn(notice: string): string {
  try {
    return String((JSON.parse(notice) as { reason?: unknown }).reason ?? notice);
  } catch {
    return notice;
  }
}

/** Fields in the order in which they are read; those not known last, by name. */
export function inOrder(fields: Iterable<string>): string[] {
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return [...fields].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}
