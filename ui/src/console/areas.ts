// The console's pages in the order of the navigation.
import type { Right } from '$domain/council/session.svelte';
import type { Component } from 'svelte';
import { building, chart, history, inbox, person, search, sliders } from '$shared/icons';

export interface Area {
  id: string;
  /** Id of its message in console-shell.ftl. */
  words: string;
  icon: string;
  needs: string[];
  /** Shown only to whom the session gives this right. */
  right?: Right;
  fetch: () => Promise<{ default: Component }>;
}

export const areas: Area[] = [
  {
    id: 'overview',
    words: 'console-shell-overview',
    icon: chart,
    needs: ['console-overview', 'console-record'],
    fetch: () => import('./views/overview/index.svelte'),
  },
  {
    id: 'queues',
    words: 'console-shell-queues',
    icon: inbox,
    needs: ['console-queues', 'console-record'],
    fetch: () => import('./views/queues/index.svelte'),
  },
  {
    id: 'centres',
    words: 'console-shell-centres',
    icon: building,
    needs: ['console-centres', 'console-overview', 'console-record'],
    fetch: () => import('./views/centres/index.svelte'),
  },
  {
    id: 'candidates',
    words: 'console-shell-candidates',
    icon: search,
    needs: ['console-candidates', 'console-record'],
    fetch: () => import('./views/candidates/index.svelte'),
  },
  {
    id: 'administration',
    words: 'console-shell-administration',
    icon: sliders,
    needs: ['console-administration'],
    fetch: () => import('./views/administration/index.svelte'),
  },
  {
    id: 'audit',
    words: 'console-shell-audit',
    icon: history,
    needs: ['console-audit'],
    right: 'audit',
    fetch: () => import('./views/audit/index.svelte'),
  },
];

/** Not on the spine: behind one's own name. */
export const account: Area = {
  id: 'account',
  words: 'console-shell-account',
  icon: person,
  needs: ['console-account', 'console-entry'],
  fetch: () => import('./views/account/index.svelte'),
};
