// The desk's screens in the order of the navigation: where each is, what it is called, how its code is fetched. A new
// screen is one entry here and a folder under views/.
import type { Component } from 'svelte';
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

export interface Area {
  id: string;
  /** Id of its message in shell.ftl. */
  words: string;
  icon: string;
  /** Areas of words that it needs beside its own. */
  also?: string[];
  fetch: () => Promise<{ default: Component }>;
}

export const areas: Area[] = [
  {
    id: 'home',
    words: 'shell-home',
    icon: home,
    also: ['news'],
    fetch: () => import('./views/home/index.svelte'),
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
    also: ['candidates', 'news', 'transfers'],
    fetch: () => import('./views/sync/index.svelte'),
  },
  { id: 'office', words: 'shell-office', icon: building, fetch: () => import('./views/office/index.svelte') },
  {
    id: 'settings',
    words: 'shell-settings',
    icon: sliders,
    fetch: () => import('./views/settings/index.svelte'),
  },
  { id: 'help', words: 'shell-help', icon: question, fetch: () => import('./views/help/index.svelte') },
];

/** Shown in place of all others while no register is open. */
export const firstRun: Area = {
  id: 'first-run',
  words: 'shell-home',
  icon: home,
  also: ['restore'],
  fetch: () => import('./views/first-run/index.svelte'),
};

/** Shown in place of all others while nobody has given a password. */
export const locked: Area = {
  id: 'lock',
  words: 'shell-locked',
  icon: lock,
  fetch: () => import('./views/lock/index.svelte'),
};
