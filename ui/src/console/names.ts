// What the server's words for states, queues and grades are called, on every page. One without a name here shows as it
// came, so that a new server does not break an old page. States and grades are the overview's messages, queues the record's: a
// page that uses these needs them.
import { t } from '$shared/words';
import { queueNames } from './record/queues';

const states: Record<string, string> = {
  enrolled: 'console-overview-state-enrolled',
  uploading: 'console-overview-state-uploading',
  entered: 'console-overview-state-entered',
  ready: 'console-overview-state-ready',
  approved: 'console-overview-state-approved',
  returned: 'console-overview-state-returned',
};
const severities: Record<string, string> = {
  error: 'console-overview-severity-error',
  warning: 'console-overview-severity-warning',
  notice: 'console-overview-severity-notice',
};
const roles: Record<string, string> = {
  clerk: 'console-shell-role-clerk',
  head: 'console-shell-role-head',
  scde: 'console-shell-role-scde',
  operator: 'console-shell-role-operator',
  supervisor: 'console-shell-role-supervisor',
  auditor: 'console-shell-role-auditor',
};
const factors: Record<string, string> = {
  totp: 'console-shell-factor-totp',
  passkey: 'console-shell-factor-passkey',
};

/** The name of a word by a table of messages' ids. */
export const naming = (table: Record<string, string>) => (word: string) => {
  const id = table[word];
  return id ? t(id) : word;
};

export const stateWords = naming(states);
export const queueWords = naming(queueNames);
export const severityWords = naming(severities);
export const roleWords = naming(roles);
export const factorWords = naming(factors);

/** Whom a role reaches: everybody, a sub-county, or centres one by one. */
export function scopeWords(scope: string[]): string {
  const [first = ''] = scope;
  if (first === '') return t('console-shell-scope-all');
  return first.length === 5 ? t('console-shell-scope-sub-county', { code: first }) : scope.join(', ');
}
/** States of centres, in order. */
export const STATES = Object.keys(states);
