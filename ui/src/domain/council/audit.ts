// The audit: a chain of lines that the server keeps of every act. Searched by body, since a line may name a person.
import { get, post } from './ask';

export interface AuditLine {
  n: number;
  at: number;
  who: string;
  what: string;
  about: string;
  hash: string;
}

export interface AuditSearch {
  who?: string;
  /** A code or its beginning: `case.`. */
  what?: string;
  about?: string;
  before?: number;
}

export const searchAudit = (search: AuditSearch) =>
  post<{ rows: AuditLine[]; next: number | null }>('audit/search', search);

export type Verdict = { whole: true; lines: number; hash: string } | { whole: false; broken_at: number };

export const verifyAudit = () => get<Verdict>('audit/verify');
