// The audit: a chain of lines that the server keeps of every act. Searched by body, since a line may name a person.
import { read, send, type Answer, type Said, type Sent } from './contract';

export type AuditLine = Said<'AuditLine'>;
export type Verdict = Answer<'audit/verify', 'get'>;

export const searchAudit = (search: Sent<'audit/search'>) => send('audit/search', search);
export const verifyAudit = () => read('audit/verify');
