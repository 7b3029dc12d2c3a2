// Queues and cases as the server gives them, and what may be done with a case. Owns no shape of its own; decides nothing.
import { read, send, type Said } from './contract';
import type { Refusal } from './ask';

/** How a queue stands. `oldest`: nothing or 0 when nobody waits. */
export type Standing = Said<'QueueRow'>;
/** A case as lists have it. */
export type CaseBrief = Said<'CaseRow'>;
export type Case = Said<'Case'>;
/** `gone`: it took care of itself. */
export type CaseState = Case['state'];
/** Whom a case is about: a candidate, a slip, or the centre itself. */
export type Member = Said<'CaseMember'>;
export type Happened = Said<'Happened'>;
export type Finding = Said<'Finding'>;
/** One line of what was written about a candidate. */
export type Written = Said<'Line'>;
export type Changed = Refusal['changed'][number];
export type CasePage = Awaited<ReturnType<typeof casesOf>>;

export async function standings(): Promise<Standing[]> {
  return (await read('queues')).rows;
}

export const casesOf = (queue: string, state: CaseState, after = 0) =>
  read('queues/{queue}', { queue, state, after, limit: 50 });

/** Takes the next case that nobody has in hand, behind the one left; nothing when there is none. */
export async function nextCase(queue: string, after?: string): Promise<Case | null> {
  return (await send('queues/{queue}/next', after === undefined ? {} : { after }, { queue })).case;
}

export const caseOf = (id: string) => read('cases/{id}', { id });
export const claim = (id: string) => send('cases/{id}/claim', {}, { id });
export const release = (id: string) => send('cases/{id}/release', {}, { id });

export function decide(id: string, etag: string, decision: string, reason: string): Promise<Case> {
  return send('cases/{id}/decide', { etag, decision, reason }, { id });
}

export function undo(id: string, etag: string, reason: string): Promise<Case> {
  return send('cases/{id}/undo', { etag, reason }, { id });
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
