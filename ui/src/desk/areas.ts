// The desk's screens in the order of the navigation: where each is, what it is called, how its code is fetched. A new
// screen is one entry here and a folder under views/. The two that a start can show come with the first file.
import type { State } from '$domain/bindings/commands';
import {
  building,
  exchange,
  home,
  inbox,
  lock,
  paper,
  people,
  picture,
  question,
  seal,
  sliders,
} from '$shared/icons';
import type { Area } from '$shared/layout/area';
import FirstRun from './views/first-run/index.svelte';
import Home from './views/home/index.svelte';

export const areas: Area[] = [
  {
    id: 'home',
    words: 'shell-home',
    icon: home,
    also: ['centre', 'news'],
    fetch: () => Promise.resolve({ default: Home }),
  },
  {
    id: 'candidates',
    words: 'shell-candidates',
    icon: people,
    also: ['news', 'transfers'],
    fetch: () => import('./views/candidates/index.svelte'),
  },
  {
    id: 'photographs',
    words: 'shell-photographs',
    icon: picture,
    fetch: () => import('./views/photographs/index.svelte'),
  },
  {
    id: 'import',
    words: 'shell-import',
    icon: inbox,
    also: ['candidates'],
    fetch: () => import('./views/import/index.svelte'),
  },
  {
    id: 'documents',
    words: 'shell-documents',
    icon: paper,
    also: ['centre'],
    fetch: () => import('./views/documents/index.svelte'),
  },
  {
    id: 'approval',
    words: 'shell-approval',
    icon: seal,
    fetch: () => import('./views/approval/index.svelte'),
  },
  {
    id: 'sync',
    words: 'shell-sync',
    icon: exchange,
    also: ['candidates', 'centre', 'news', 'transfers'],
    fetch: () => import('./views/sync/index.svelte'),
  },
  { id: 'office', words: 'shell-office', icon: building, fetch: () => import('./views/office/index.svelte') },
  {
    id: 'settings',
    words: 'shell-settings',
    icon: sliders,
    also: ['candidates', 'centre'],
    fetch: () => import('./views/settings/index.svelte'),
  },
  { id: 'help', words: 'shell-help', icon: question, fetch: () => import('./views/help/index.svelte') },
];

/** What may be seen without a register. */
export const free = ['settings', 'help', 'office'];

/** Shown in place of all others while no register is open. */
export const firstRun: Area = {
  id: 'first-run',
  words: 'shell-home',
  icon: home,
  also: ['restore'],
  fetch: () => Promise.resolve({ default: FirstRun }),
};

/** Shown in place of all others while nobody has given a password. */
export const locked: Area = {
  id: 'lock',
  words: 'shell-locked',
  icon: lock,
  fetch: () => import('./views/lock/index.svelte'),
};

/** The screen for an address, as far as the state lets anybody see it. */
export function areaOf(state: State | undefined, address: string): Area {
  if (state?.locked) return locked;
  if (state && !state.centre && !free.includes(address)) return firstRun;
  return areas.find((area) => area.id === address) ?? areas[0]!;
}

/** Everything that an area's words are in. */
export function wordsOf(area: Area): string[] {
  return [area.id, ...(area.also ?? [])];
}
