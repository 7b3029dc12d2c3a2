// The only door to the core: commands, events and files. In the window it is Tauri's bridge, in a browser the HTTP
// twin of the same commands. Decides nothing; every answer is shown as it came.
import { invoke } from '@tauri-apps/api/core';
import type { Commands } from './bindings/commands';
import { Problem } from './problem';

export { Problem } from './problem';

type Name = keyof Commands & string;
export type Args<K extends Name> = Commands[K]['args'];
export type Answer<K extends Name> = Commands[K]['answer'];

export const inWindow = '__TAURI_INTERNALS__' in globalThis;

/** Asks the core. Throws a `Problem`, never anything else. */
export async function call<K extends Name>(
  name: K,
  ...[args]: Record<string, never> extends Args<K> ? [Args<K>?] : [Args<K>]
): Promise<Answer<K>> {
  try {
    return (await (inWindow ? byWindow(name, args ?? {}) : byTwin(name, args ?? {}))) as Answer<K>;
  } catch (thrown) {
    throw Problem.of(thrown);
  }
}

function byWindow(name: string, args: unknown): Promise<unknown> {
  return invoke('call', { name, args });
}

async function byTwin(name: string, args: unknown): Promise<unknown> {
  const answer = await fetch(`/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(args),
  }).catch(() => {
    throw new Problem({ code: 'core-unreachable' });
  });
  const body: unknown = await answer.json().catch(() => ({ code: 'core-unreachable' }));
  if (!answer.ok) throw Problem.of(body);
  return body;
}

/** The first state: the window has asked for it before this code was read; a browser has not. */
export async function askedAhead(): Promise<Answer<'state'>> {
  try {
    return await (globalThis.daftariState ?? call('state'));
  } catch (thrown) {
    throw Problem.of(thrown);
  }
}

/** The address of a picture that the core holds, as `photograph/HASH`, for `src`. */
export function resource(address: string): string {
  if (!inWindow) return `/resource/${address}`;
  // Windows reaches a protocol of one's own by another address than Linux does.
  const host = navigator.userAgent.includes('Windows') ? 'http://daftari.localhost' : 'daftari://localhost';
  return `${host}/${address}`;
}
