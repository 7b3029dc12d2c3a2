// People and devices, circulars and announcements, results of the primary examination, files for other systems: what the
// council's server keeps and does. Decides nothing; a code is answered once and kept nowhere.
import { get, post } from './ask';
import type { Device } from './centres';
import { sendFile, takeFile } from './files';

export interface User {
  name: string;
  role: string;
  scope: string[];
  disabled: boolean;
  password: boolean;
  factors: string[];
  seen: number | null;
  /** Whether who asks may change them. */
  mine: boolean;
}

/** A one-time code, and for how many days it serves. */
export interface OneTimeCode {
  code: string;
  days: number;
}

export interface Circular {
  number: number;
  year: number;
  text: string;
  at: number;
}

export interface Announcement {
  n: number;
  year: number;
  text_en: string;
  text_sw: string;
  until: number;
  at: number;
  by: string;
}

interface Rows<Row> {
  rows: Row[];
}

const rows = <Row>(path: string) => get<Rows<Row>>(path).then(({ rows }) => rows);

export const users = () => rows<User>('users');
export const addUser = (user: { name: string; role: string; scope: string[] }) =>
  post<OneTimeCode>('users/add', user);
export const disableUser = (name: string) => post<void>('users/disable', { name });
export const resetPassword = (name: string) => post<OneTimeCode>('users/reset', { name });
export const forgetFactor = (name: string) => post<void>('users/factor', { name });

export const makeCode = (role: string, scope: string[]) => post<OneTimeCode>('codes', { role, scope });

export const devices = (centre?: string) => rows<Device>(centre ? `devices?centre=${centre}` : 'devices');
export const revokeDevice = (id: string) => post<{ id: string; revoked: number }>(`devices/${id}/revoke`);

export const circulars = () => rows<Circular>('circulars');
export const checkCircular = (year: number, text: string) =>
  post<{ number: number }>('circulars/check', { year, text });
export const publishCircular = (year: number, text: string, closes?: number) =>
  post<{ number: number; year: number }>(
    'circulars',
    closes === undefined ? { year, text } : { year, text, closes },
  );

export const announcements = () => rows<Announcement>('announcements');
export const announce = (said: { year: number; text_en: string; text_sw: string; until: number }) =>
  post<Announcement & { centres: number }>('announcements', said);

export const kcpe = () => rows<{ year: number; results: number }>('kcpe');
export const importKcpe = (year: number, file: Blob, onsent: (share: number) => void, signal: AbortSignal) =>
  sendFile<{ year: number; results: number; refused: number }>(
    `kcpe/import?year=${year}`,
    file,
    onsent,
    signal,
  );
export const compareKcpe = (year: number, county?: string) =>
  post<{ confirmed: number; differ: number; unknown: number }>(
    `kcpe/compare?year=${year}${county ? `&county=${county}` : ''}`,
  );

export interface Export {
  what: string;
  format: string;
  year: number;
  county?: number;
  centre?: string;
}
/** A file: its name and its bytes. */
export const exported = (wanted: Export) => takeFile('exports', wanted);
