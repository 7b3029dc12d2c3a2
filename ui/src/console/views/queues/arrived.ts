// A step within the queues is a new page for whoever listens: its heading takes the focus. The first is the shell's to give.
import { onMount, tick } from 'svelte';
import { focusHeading } from '$shared/focus/focus';

let before = false;

/** Called by each page of the queues as it is made. */
export function arrived(): void {
  onMount(() => {
    if (before) void tick().then(focusHeading);
    before = true;
  });
}
