// The console's pages in the order of the navigation.
import type { Component } from 'svelte';
import { building, chart, history, inbox, search, sliders } from '$shared/icons';

export interface Area {
  id: string;
  /** Id of its message in console-shell.ftl. */
  words: string;
  icon: string;
  needs: string[];
  fetch: () => Promise<{ default: Component }>;
}

const soon = () => import('./views/Soon.svelte');

export const areas: Area[] = [
  {
    id: 'overview',
    words: 'console-shell-overview',
    icon: chart,
    needs: ['console-overview'],
    fetch: () => import('./views/overview/index.svelte'),
  },
  {
    id: 'queues',
    words: 'console-shell-queues',
    icon: inbox,
    needs: ['console-queues', 'console-record'],
    fetch: () => import('./views/queues/index.svelte'),
  },
  { id: 'centres', words: 'console-shell-centres', icon: building, needs: [], fetch: soon },
  {
    id: 'candidates',
    words: 'console-shell-candidates',
    icon: search,
    needs: ['console-candidates', 'console-record'],
    fetch: () => import('./views/candidates/index.svelte'),
  },
  { id: 'administration', words: 'console-shell-administration', icon: sliders, needs: [], fetch: soon },
  { id: 'audit', words: 'console-shell-audit', icon: history, needs: [], fetch: soon },
];
