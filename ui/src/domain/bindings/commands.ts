// Stand-in until the bindings are generated from the crate `window`.

export type Settings = { language: string; theme: string; text_size: number };
export type Centre = { register: string; code: string; name: string; type: string; year: string; practice: boolean };
export type State = { version: string; settings: Settings; centre: Centre | null; actor: string };
export type Event =
  | { kind: 'state' }
  | { kind: 'changed'; candidates: Array<string> }
  | { kind: 'progress'; task: string; step: string; done: number; total: number }
  | { kind: 'sync' };
export type Problem = { code: string; class: string; detail: string; path: string | null };
export type Volume = { name: string; code: string | null; year: number | null };

/** Every command by its name. */
export interface Commands {
  state: { args: Record<string, never>; answer: State };
  'tasks.cancel': { args: { task: string }; answer: null };
  'registers.list': { args: Record<string, never>; answer: Array<Volume> };
  'registers.open': { args: { name: string }; answer: Centre };
  'registers.create': { args: { code: string; name: string; type: string; year: number }; answer: Centre };
  'registers.close': { args: Record<string, never>; answer: null };
  'settings.change': { args: Settings; answer: null };
}
