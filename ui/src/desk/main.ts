// The desk's beginning: looks and words first, then the shell. The core is asked meanwhile, and the first screen's code
// and words are fetched as soon as its answer says which that is.
import { mount } from 'svelte';
import '$shared/base.css';
import { appearance } from '$shared/layout/appearance.svelte';
import { route } from '$shared/layout/route.svelte';
import { words } from '$shared/words';
import type { State } from '$domain/bindings/commands';
import { work } from '$domain/work.svelte';
import { areaOf, wordsOf } from './areas';
import Shell from './Shell.svelte';

// What the two screens say that a start can show, and what stands around them.
words.bring(
  import.meta.glob<string>('/words/*/{shared,shell,problem,first-run,restore,home,centre,news}.ftl', {
    import: 'default',
    eager: true,
  }),
);

/** A failure is shown by the shell, which asks for the same again. */
function fetchAhead(state: State): void {
  const area = areaOf(state, route.area);
  void Promise.all([area.fetch(), words.load(...wordsOf(area))]).catch(() => {});
}

/** Awaited by nothing: every screen's code stands on this file's, and would wait for it. */
async function begin(): Promise<void> {
  work.foresee(fetchAhead);
  await appearance.begin('shared', 'shell', 'problem');
  await work.first();
  mount(Shell, { target: document.getElementById('app')! });
}

void begin();
