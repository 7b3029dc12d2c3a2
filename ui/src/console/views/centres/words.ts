// What the server's words for centres are called: kinds, events of a centre's life, fields, what became of candidates.
import { naming } from '../../names';

const kinds: Record<string, string> = {
  school: 'console-centres-kind-school',
  private: 'console-centres-kind-private',
  prison: 'console-centres-kind-prison',
  special: 'console-centres-kind-special',
};
const events: Record<string, string> = {
  apply: 'console-centres-event-apply',
  inspect: 'console-centres-event-inspect',
  approve: 'console-centres-event-approve',
  refuse: 'console-centres-event-refuse',
  relocate: 'console-centres-event-relocate',
  deregister: 'console-centres-event-deregister',
  merge: 'console-centres-event-merge',
};
/** In the order of the page. */
const fields: Record<string, string> = {
  address: 'console-centres-field-address',
  telephone: 'console-centres-field-telephone',
  email: 'console-centres-field-email',
  head_teacher: 'console-centres-field-head-teacher',
  head_teacher_phone: 'console-centres-field-head-teacher-phone',
  head_teacher_no: 'console-centres-field-head-teacher-no',
  host_centre: 'console-centres-field-host-centre',
  clearance: 'console-centres-field-clearance',
  approved_by: 'console-centres-field-approved-by',
  roll_returned: 'console-centres-field-roll-returned',
  declaration_returned: 'console-centres-field-declaration-returned',
  special_needs_returned: 'console-centres-field-special-needs-returned',
  nil_returned: 'console-centres-field-nil-returned',
  slips_returned: 'console-centres-field-slips-returned',
};
const caseStates: Record<string, string> = {
  open: 'console-centres-case-open',
  decided: 'console-centres-case-decided',
  gone: 'console-centres-case-gone',
};
const rollStates: Record<string, string> = {
  entered: 'console-centres-roll-entered',
  withdrawn: 'console-centres-roll-withdrawn',
  moved: 'console-centres-roll-moved',
};
const marks: Record<string, string> = {
  conflict: 'console-centres-mark-conflict',
  held: 'console-centres-mark-held',
};

export const kindWords = naming(kinds);
export const eventWords = naming(events);
export const fieldWords = naming(fields);
export const caseStateWords = naming(caseStates);
export const rollStateWords = naming(rollStates);
export const markWords = naming(marks);
export const FIELDS = Object.keys(fields);

/** The tone in which a state is shown; the word says it too. */
export function stateTone(state: string): 'plain' | 'good' | 'note' {
  if (state === 'approved' || state === 'returned') return 'good';
  return state === 'ready' ? 'note' : 'plain';
}
