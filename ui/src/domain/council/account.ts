// One's own account at the council's server: sessions, password, second factors.
import { post } from './ask';
import { read, send, type Answer, type Said } from './contract';

/** A session of one's own; `agent` as `Firefox on Linux`. */
export type OneSession = Answer<'sessions', 'get'>['sessions'][number];

export const sessions = () => read('sessions').then(({ sessions }) => sessions);
export const endSession = (id: string) => send('sessions/{id}/end', {}, { id });
/** All other sessions end with it. */
export const changePassword = (password: string, next: string) => send('password', { password, new: next });
/** Sets a password with a one-time code, before anybody is signed in: the address that desks use too. */
export const setPassword = (name: string, code: string, password: string) =>
  post<void>('../../v1/password/reset', { name, code, password });

export type Factor = Said<'Factor'>;
export const factors = () => read('factors').then(({ rows }) => rows);
/** The other sessions end with it. */
export const removeFactor = (id: string, password: string) => send('factors/remove', { id, password });
