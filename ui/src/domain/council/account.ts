// One's own account at the council's server: sessions, password, second factors.
import { get, post } from './ask';
import type { SessionView } from './session.svelte';

export interface OneSession {
  id: string;
  /** The one that asks. */
  current: boolean;
  created: number;
  seen: number;
  /** As `Firefox on Linux`. */
  agent: string;
  factor: string;
}

export const sessions = () => get<{ sessions: OneSession[] }>('sessions').then(({ sessions }) => sessions);
export const endSession = (id: string) => post<void>(`sessions/${id}/end`);
/** All other sessions end with it. */
export const changePassword = (password: string, next: string) =>
  post<SessionView>('password', { password, new: next });
/** Sets a password with a one-time code, before anybody is signed in. */
export const setPassword = (name: string, code: string, password: string) =>
  post<void>('../../v1/password/reset', { name, code, password });
export const beginTotp = () => post<{ secret: string; uri: string; qr: string[] }>('factors/totp/begin');
