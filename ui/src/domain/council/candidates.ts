// Candidates as the server gives them: searched, and one with all that is known. What is searched travels in a body.
import { address } from './ask';
import { filled, read, send, type Answer, type Said } from './contract';

/** A candidate as lists have it. */
export type CandidateShort = Said<'CandidateRow'>;
export type CandidatePage = Said<'Candidate'>;
export type Found = Answer<'candidates/search', 'post'>;

export interface Asked {
  text: string;
  year: number;
  county?: string;
}

/** Rows of a search at most. */
const MOST = 100;

export function searchCandidates({ text, year, county }: Asked): Promise<Found> {
  return send('candidates/search', {
    text,
    year,
    limit: MOST,
    ...(county ? { county: Number(county) } : {}),
  });
}

export const candidateOf = (id: string) => read('candidates/{id}', { id });

/** Where the photograph of a candidate is. */
export const photographOf = (id: string) => address(filled('candidates/{id}/photograph', { id }));
