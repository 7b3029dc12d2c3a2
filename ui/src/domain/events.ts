// What the core says unasked: progress, changes, sync. One subscription for all, handed out by the event's kind.
import type { Event as News } from './bindings/commands';
import { inWindow } from './core';

export type { Event as News } from './bindings/commands';
type Kind = News['kind'];
type Of<K extends Kind> = Extract<News, { kind: K }>;
type Heard = (news: never) => void;

const ears = new Map<Kind, Set<Heard>>();
let listening = false;

/** Calls `heard` at every event of the kind until the returned function is called; fits `$effect`. */
export function on<K extends Kind>(kind: K, heard: (news: Of<K>) => void): () => void {
  const all = ears.get(kind) ?? new Set<Heard>();
  ears.set(kind, all.add(heard as Heard));
  listen();
  return () => void all.delete(heard as Heard);
}

function listen(): void {
  if (listening) return;
  listening = true;
  if (inWindow) void byWindow();
  else byTwin();
}

async function byWindow(): Promise<void> {
  const bridge = await import('@tauri-apps/api/event');
  await bridge.listen<News>('daftari', ({ payload }) => tell(payload));
}

function byTwin(): void {
  if (typeof EventSource === 'undefined') return;
  const source = new EventSource('/events');
  source.onmessage = ({ data }) => tell(JSON.parse(String(data)) as News);
}

function tell(news: News): void {
  for (const heard of ears.get(news.kind) ?? []) heard(news as never);
}
