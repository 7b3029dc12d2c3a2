// Codes of the core in words: roles, refusals, fields, decisions. Owns the tables and nothing else.
import { t, words } from '$shared/words';
import { centreWords } from '../../centre-words';

const roles: Record<string, string> = {
  clerk: 'sync-role-clerk',
  head: 'sync-role-head',
  scde: 'sync-role-scde',
};
const refusals: Record<string, string> = {
  'device.revoked': 'sync-refused-device-revoked',
  'device.unknown': 'sync-refused-device-unknown',
  'centre.foreign': 'sync-refused-centre-foreign',
  'request.protocol': 'sync-refused-protocol',
  'request.busy': 'sync-refused-busy',
  'request.too-many': 'sync-refused-busy',
  'store.failed': 'sync-refused-busy',
};
const steps: Record<string, string> = {
  connecting: 'sync-step-connecting',
  text: 'sync-step-text',
  news: 'sync-step-news',
  photographs: 'sync-step-photographs',
  finishing: 'sync-step-finishing',
};
export const heldWords: Record<string, string> = {
  late: 'sync-held-late',
  'no-right': 'sync-held-no-right',
  invalid: 'sync-held-invalid',
  unsigned: 'sync-held-unsigned',
  countersign: 'sync-held-countersign',
  'base-missing': 'sync-held-base-missing',
  departed: 'sync-held-departed',
};
const places: Record<string, string> = {
  'calendar.closes': 'sync-place-closes',
  'calendar.opens': 'sync-place-opens',
  'fees.state.basic': 'sync-place-state-basic',
  'fees.state.subject': 'sync-place-state-subject',
  'fees.candidate.basic': 'sync-place-candidate-basic',
  'fees.candidate.subject': 'sync-place-candidate-subject',
  'fees.others.amendment': 'sync-place-amendment',
  'fees.others.transfer': 'sync-place-transfer',
};

const known = (table: Record<string, string>, code: string, otherwise: string) =>
  table[code] ? t(table[code]) : otherwise;

export const roleName = (role: string) => known(roles, role, role);
export const refusal = (code: string | null) => t(refusals[code ?? ''] ?? 'sync-refused-other');
export const stepName = (step: string) => t(steps[step] ?? 'sync-step-finishing');
export const placeName = (place: string) => known(places, place, place);

/** What a field is called: the centre's here, an entry's as the candidates' screen calls it. */
export function fieldName(field: string, what: string): string {
  if (what === 'centre') return known(centreWords, field, field);
  const id = `candidates-field-${field.replaceAll('_', '-')}`;
  return words.has(id) ? t(id) : field;
}

/** Whom or what something is about, as people call them. */
export function whom(subject: { what: string; called: string }): string {
  if (subject.what === 'candidate') return subject.called;
  return t(subject.what === 'slip' ? 'sync-conflict-slip' : 'sync-conflict-centre');
}
