// Generated from the crate `window`; do not edit. To write it anew: UPDATE=1 cargo test -p window bindings

/**
 * The centre whose register is open.
 */
export type Centre = { 
/**
 * Its register's name on the shelf.
 */
register: string, 
/**
 * Eight digits.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * `school`, `private`, `prison` or `special`.
 */
type: string, 
/**
 * The examination's year.
 */
year: string, 
/**
 * Whether it is the practice centre.
 */
practice: boolean, };

/**
 * One piece of news.
 */
export type Event = { "kind": "state" } | { "kind": "changed", 
/**
 * Their ids; empty: ask for everything anew.
 */
candidates: Array<string>, } | { "kind": "progress", 
/**
 * The task's name, as the window gave it.
 */
task: string, 
/**
 * A code of the step, put in words by the interface.
 */
step: string, 
/**
 * Units done.
 */
done: number, 
/**
 * Units in all; 0: not known.
 */
total: number, } | { "kind": "sync" };

/**
 * A centre whose register is to be made.
 */
export type Founding = { 
/**
 * Eight digits.
 */
code: string, 
/**
 * As on its certificate of registration.
 */
name: string, 
/**
 * `school`, `private`, `prison` or `special`.
 */
type: string, 
/**
 * The examination's year.
 */
year: number, };

/**
 * A register by its name.
 */
export type Named = { 
/**
 * As [`Volume::name`].
 */
name: string, };

/**
 * No arguments.
 */
export type Nothing = Record<string, never>;

/**
 * A command that could not be carried out. Nothing was half done.
 */
export type Problem = { 
/**
 * Stable, as `register.disk-full`.
 */
code: string, 
/**
 * What a person can do about it: `usage`, `input`, `register`, `server`.
 */
class: string, 
/**
 * What, where, why and what to do, in English.
 */
detail: string, 
/**
 * The file that it is about.
 */
path: string | null, };

/**
 * What a person chose.
 */
export type Settings = { 
/**
 * `en` or `sw`.
 */
language: string, 
/**
 * `system`, `light`, `dark` or `contrast`.
 */
theme: string, 
/**
 * The size of text in per cent, 100 to 200.
 */
text_size: number, };

/**
 * What the whole window shows around its views.
 */
export type State = { 
/**
 * The program's version.
 */
version: string, 
/**
 * The settings.
 */
settings: Settings, 
/**
 * The centre whose register is open.
 */
centre: Centre | null, 
/**
 * Who is at work.
 */
actor: string, };

/**
 * The name of a task.
 */
export type TaskName = { 
/**
 * As given when it was begun.
 */
task: string, };

/**
 * A register on the shelf, unopened.
 */
export type Volume = { 
/**
 * Its name: what it is opened by.
 */
name: string, 
/**
 * The centre's code, where the name tells it.
 */
code: string | null, 
/**
 * The examination's year, where the name tells it.
 */
year: number | null, };

/** Every command by its name. */
export interface Commands {
  'state': { args: Nothing; answer: State };
  'tasks.cancel': { args: TaskName; answer: null };
  'registers.list': { args: Nothing; answer: Array<Volume> };
  'registers.open': { args: Named; answer: Centre };
  'registers.create': { args: Founding; answer: Centre };
  'registers.close': { args: Nothing; answer: null };
  'settings.change': { args: Settings; answer: null };
}
