// The words of a line of history: what was done, by whom, and whether it took effect. Owns the tables; no judgement.
import { t } from '$shared/words';
import type { Written } from '$domain/council/queues';

const kinds: Record<string, string> = {
  found: 'console-record-kind-found',
  enter: 'console-record-kind-enter',
  change: 'console-record-kind-change',
  bulk: 'console-record-kind-bulk',
  import: 'console-record-kind-import',
  withdraw: 'console-record-kind-withdraw',
  reinstate: 'console-record-kind-reinstate',
  photograph: 'console-record-kind-photograph',
  paper: 'console-record-kind-paper',
  slip: 'console-record-kind-slip',
  centre: 'console-record-kind-centre',
  acknowledge: 'console-record-kind-acknowledge',
  undo: 'console-record-kind-undo',
  redo: 'console-record-kind-redo',
  sign: 'console-record-kind-sign',
  approve: 'console-record-kind-approve',
  resolve: 'console-record-kind-resolve',
  countersign: 'console-record-kind-countersign',
  admit: 'console-record-kind-admit',
  depart: 'console-record-kind-depart',
  arrive: 'console-record-kind-arrive',
};
const roles: Record<string, string> = {
  clerk: 'console-record-role-clerk',
  head: 'console-record-role-head',
  scde: 'console-record-role-scde',
  operator: 'console-record-role-operator',
  supervisor: 'console-record-role-supervisor',
  council: 'console-record-role-council',
};
const standings: Record<string, string> = {
  'no-right': 'console-record-no-right',
  invalid: 'console-record-invalid',
};

export const kindName = (kind: string) => t(kinds[kind] ?? 'console-record-kind-other');

/** `mary, clerk`. */
export function writer({ actor, role }: Written): string {
  const word = roles[role];
  return word ? `${actor}, ${t(word)}` : actor;
}

/** What is out of the ordinary about a line: it came late, or had no effect. */
export function oddity({ timing, standing }: Written): string | undefined {
  const odd = standings[standing];
  if (odd) return t(odd);
  return timing === 'late' ? t('console-record-late') : undefined;
}
