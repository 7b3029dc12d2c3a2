// Candidates as the server gives them: searched, and one with all that is known. What is searched travels in a body.
import { address, get, post } from './ask';
import type { CaseBrief, Finding, Values, Written } from './queues';

/** A candidate as lists have it. */
export interface CandidateShort {
  id: string;
  centre: string;
  year: number;
  number: string;
  name: string;
  gender: string;
  birth_year: string;
  entry_code: string;
  state: string;
  errors: number;
  fee: number;
  photograph: boolean;
  /** `conflict`, `held`. */
  marks: string[];
}

export interface Asked {
  text: string;
  year: number;
  county?: string;
  centre?: string;
}

export interface Found {
  rows: CandidateShort[];
  more: boolean;
  /** How long the server searched. */
  ms: number;
}

export interface Notice {
  case: string;
  says: { queue?: string; decision?: string; reason?: string; by?: string };
}

export interface Held {
  kind: string;
  why: string;
  actor: string;
  at: number;
}

export interface CandidatePage {
  id: string;
  register: string;
  centre_name: string | null;
  short: CandidateShort;
  elsewhere: CandidateShort[];
  values: Values;
  findings: Finding[];
  history: Written[];
  conflicts: { field: string; values: string[] }[];
  held: Held[];
  notices: Notice[];
  cases: CaseBrief[];
}

export function searchCandidates({ text, year, county, centre }: Asked): Promise<Found> {
  const within = { ...(county ? { county: Number(county) } : {}), ...(centre ? { centre } : {}) };
  return post('candidates/search', { text, year, limit: 100, ...within });
}

export const candidateOf = (id: string) => get<CandidatePage>(`candidates/${id}`);

/** Where the photograph of a candidate is. */
export const photographOf = (id: string) => address(`candidates/${id}/photograph`);
