// Queues and cases as the server gives them, and what may be done with a case. Owns these shapes; decides nothing. What
// evidence a queue has is read as it comes: an unknown form is still a case.
import { get, post, type Refusal } from './ask';

export const queues = [
  'duplicate',
  'conflict',
  'fork',
  'late',
  'amendment',
  'transfer',
  'returned',
  'kcpe',
  'centre',
] as const;

/** How a queue stands. `oldest`: milliseconds; nothing or 0 when nobody waits. */
export interface Standing {
  queue: string;
  waiting: number;
  claimed: number;
  oldest: number | null;
  under_day: number;
  under_week: number;
  over_week: number;
}

/** `gone`: it took care of itself. */
export type CaseState = 'open' | 'decided' | 'gone';

/** A case as lists have it. */
export interface CaseBrief {
  id: string;
  queue: string;
  kind: string;
  /** A probability. */
  score: number;
  reasons: string[];
  state: CaseState;
  at: number;
  centres: string[];
  /** How many; the case itself has them. */
  members: number;
  /** Empty: nobody. */
  claimed_by: string;
  claimed_until: number;
  decision?: { decision: string; reason: string } | null;
  decided_by: string;
  decided_at: number;
}

export type Values = Record<string, string>;

/** One line of what was written about a candidate. */
export interface Written {
  position: number;
  at: number;
  received: number;
  actor: string;
  role: string;
  kind: string;
  field: string;
  from: string;
  to: string;
  timing: string;
  standing: string;
}

export interface Finding {
  rule: string;
  paragraph: string;
  severity: 'error' | 'warning' | 'notice';
  fields: string[];
  /** What is wrong and what to do, by language. */
  words?: Record<string, { what: string; action: string }>;
}

/** Whom a case is about: a candidate, a slip, or the centre itself. */
export interface Member {
  register: string;
  candidate?: string;
  slip?: string;
  centre_name?: string | null;
  values?: Values;
  photograph?: boolean;
  history?: Written[];
  findings?: Finding[];
}

export interface Happened {
  at: number;
  who: string;
  what: string;
  decision: string;
  reason: string;
}

export interface Case extends Omit<CaseBrief, 'members'> {
  etag: string;
  members: Member[];
  evidence: Record<string, unknown>;
  differs: string[];
  decisions: string[];
  undoable: boolean;
  history: Happened[];
}

export type Changed = Refusal['changed'][number];

export async function standings(): Promise<Standing[]> {
  return (await get<{ rows: Standing[] }>('queues')).rows;
}

export interface CasePage {
  rows: CaseBrief[];
  next: number | null;
}

export function casesOf(queue: string, state: CaseState, after = 0): Promise<CasePage> {
  return get(`queues/${queue}?state=${state}&after=${after}&limit=50`);
}

/** Takes the next case that nobody has in hand, after the one left; nothing when there is none. */
export async function nextCase(queue: string, after?: string): Promise<Case | null> {
  const body = after === undefined ? {} : { after };
  return (await post<{ case: Case | null }>(`queues/${queue}/next`, body)).case;
}

export const caseOf = (id: string) => get<Case>(`cases/${id}`);
export const claim = (id: string) => post<Case>(`cases/${id}/claim`);
export const release = (id: string) => post<Case>(`cases/${id}/release`);

export function decide(id: string, etag: string, decision: string, reason: string): Promise<Case> {
  return post(`cases/${id}/decide`, { etag, decision, reason });
}

export function undo(id: string, etag: string, reason: string): Promise<Case> {
  return post(`cases/${id}/undo`, { etag, reason });
}

/** What changed of the members between two looks at a case. */
export function changesBetween(before: Case, now: Case): Changed[] {
  return now.members.flatMap((member, at) => {
    const [old, values] = [before.members[at]?.values ?? {}, member.values ?? {}];
    const fields = [...new Set([...Object.keys(old), ...Object.keys(values)])];
    return fields
      .filter((field) => (old[field] ?? '') !== (values[field] ?? ''))
      .map((field) => ({ what: field, from: old[field] ?? '', to: values[field] ?? '' }));
  });
}
