// The forms of evidence that are drawn in their own way. Owns their names; the shapes are the contract's.
import type { Said } from '$domain/council/contract';

type Evidence = Said<'Evidence'>;
type One<Part extends keyof Evidence> = NonNullable<Evidence[Part]> extends (infer Item)[] ? Item : never;

/** Two who may be one, with what speaks for it and against. */
export type Pair = One<'pairs'>;
/** One of the values that a field has at once. */
export type Branch = One<'branches'>;
export type Write = One<'writes'>;
/** What was entered against what the results say. */
export type Difference = One<'differences'>;
/** What somebody gave, and when it came. */
export type Given = NonNullable<Evidence['slip']>;

/** A move to another centre, and what it needs (2.3.14, 2.11). */
export type Transferred = Required<
  Pick<Evidence, 'from' | 'to' | 'reason' | 'consents' | 'slip' | 'fee' | 'limit' | 'late' | 'missing'>
>;

export function isTransfer(evidence: object): evidence is Transferred {
  return 'consents' in evidence && typeof evidence.consents === 'object' && evidence.consents !== null;
}
