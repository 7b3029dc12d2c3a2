// The forms of evidence that are drawn in their own way, as docs/console.md has them.

/** Two who may be one, with what speaks for it and against. */
export interface Pair {
  ids: [string, string];
  /** Thousandths. */
  score: number;
  otherwise: string;
  reasons: { field: string; code: string; bits: number; text: string }[];
}

/** One of the values that a field has at once. */
export interface Branch {
  value: string;
  written: { actor: string; at: number; received: number | null; kind: string }[];
}

export interface Write {
  field: string;
  value: string;
}

/** What was entered against what the results say. */
export interface Difference {
  field: string;
  entered: string;
  result: string;
}

/** What somebody gave, and when it came. */
export interface Given {
  value: string;
  at: number;
  by: string;
}

/** A move to another centre, and what it needs (2.3.14, 2.11). */
export interface Transferred {
  from: string;
  to: string;
  reason: string;
  asked: Record<string, number | null>;
  /** By `head.from`, `head.to`, `scde.from`, `scde.to`. */
  consents: Record<string, Given | null>;
  slip: Given | null;
  fee: number | null;
  closes: number | null;
  limit: number | null;
  late: boolean;
  missing: string[];
}

export function isTransfer(evidence: object): evidence is Transferred {
  return 'consents' in evidence && typeof evidence.consents === 'object' && evidence.consents !== null;
}
