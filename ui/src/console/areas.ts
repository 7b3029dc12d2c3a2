// The console's pages in the order of the navigation.
import type { Right } from '$domain/council/session.svelte';
import { building, chart, history, inbox, person, search, sliders } from '$shared/icons';
import type { Area } from '$shared/layout/area';

/** Its own words are those of `console-` and its id. */
export interface ConsoleArea extends Area {
  /** Shown only to whom the session gives this right. */
  right?: Right;
}

export const areas: ConsoleArea[] = [
  {
    id: 'overview',
    words: 'console-shell-overview',
    icon: chart,
    also: ['console-record'],
    fetch: () => import('./views/overview/index.svelte'),
  },
  {
    id: 'queues',
    words: 'console-shell-queues',
    icon: inbox,
    also: ['console-because', 'console-record'],
    fetch: () => import('./views/queues/index.svelte'),
  },
  {
    id: 'centres',
    words: 'console-shell-centres',
    icon: building,
    also: ['console-because', 'console-overview', 'console-record'],
    fetch: () => import('./views/centres/index.svelte'),
  },
  {
    id: 'candidates',
    words: 'console-shell-candidates',
    icon: search,
    also: ['console-record'],
    fetch: () => import('./views/candidates/index.svelte'),
  },
  {
    id: 'administration',
    words: 'console-shell-administration',
    icon: sliders,
    fetch: () => import('./views/administration/index.svelte'),
  },
  {
    id: 'audit',
    words: 'console-shell-audit',
    icon: history,
    right: 'audit',
    fetch: () => import('./views/audit/index.svelte'),
  },
];

/** Not on the spine: behind one's own name. */
export const account: ConsoleArea = {
  id: 'account',
  words: 'console-shell-account',
  icon: person,
  also: ['console-entry'],
  fetch: () => import('./views/account/index.svelte'),
};
