// People and devices, circulars and announcements, results of the primary examination, files for other systems: what the
// council's server keeps and does. Decides nothing; a code is answered once and kept nowhere.
import { post } from './ask';
import { filled, read, send, type Answer, type Said, type Sent } from './contract';
import { sendFile, takeFile } from './files';

export type User = Said<'User'>;
/** A one-time code, and for how many days it serves. */
export type OneTimeCode = Said<'OneTimeCode'>;
export type Circular = Said<'Circular'>;
export type Announcement = Said<'Announcement'>;
export type Role = User['role'];
export type Export = Sent<'exports'>;
export type Compared = Answer<'kcpe/compare', 'post'>;
export type Imported = Answer<'kcpe/import', 'post'>;

const rows = <Row>({ rows }: { rows: Row[] }) => rows;

export const users = () => read('users').then(rows);
export const addUser = (user: Sent<'users/add'>) => send('users/add', user);
export const disableUser = (name: string) => send('users/disable', { name });
export const resetPassword = (name: string) => send('users/reset', { name });
export const forgetFactor = (name: string) => send('users/factor', { name });

export const makeCode = (role: Role, scope: string[]) => send('codes', { role, scope });

export const devices = (centre?: string) => read('devices', { centre }).then(rows);
export const revokeDevice = (id: string) =>
  post<Answer<'devices/{id}/revoke', 'post'>>(filled('devices/{id}/revoke', { id }));

export const circulars = () => read('circulars').then(rows);
export const checkCircular = (year: number, text: string) => send('circulars/check', { year, text });
export const publishCircular = (year: number, text: string, closes?: number) =>
  send('circulars', { year, text, closes });

export const announcements = () => read('announcements').then(rows);
export const announce = (said: Sent<'announcements'>) => send('announcements', said);

export const kcpe = () => read('kcpe').then(rows);
export const importKcpe = (year: number, file: Blob, onsent: (share: number) => void, signal: AbortSignal) =>
  sendFile<Imported>(filled('kcpe/import', { year }), file, onsent, signal);
export const compareKcpe = (year: number) => send('kcpe/compare', {}, { year });

/** A file: its name and its bytes. */
export const exported = (wanted: Export) => takeFile('exports', wanted);
