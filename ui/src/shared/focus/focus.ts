// Where the focus goes, so that it is never lost: after a change of screen to its heading, after a dialog back to what
// opened it. Knows no screen.
import { tick } from 'svelte';

/** Moves the focus to the page's heading, or else to the page itself. */
export function focusHeading(): void {
  const heading =
    document.querySelector<HTMLElement>('[data-page-heading]') ?? document.querySelector<HTMLElement>('main');
  heading?.focus();
}

/** Back to `before`; to the heading when it has gone or cannot take the focus. */
export function focusReturn(before: Element | null): void {
  void tick().then(() => {
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    if (document.activeElement === document.body || document.activeElement === null) focusHeading();
  });
}

/** To the control with this id, scrolled into view; says whether it was there. */
export function focusOn(id: string): boolean {
  const control = document.getElementById(id);
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
  return control !== null && document.activeElement === control;
}

/** When what had the focus goes from the page and nothing else took it, the heading does; for `$effect(() => keepFocus())`. */
export function keepFocus(): () => void {
  let last: EventTarget | null = null;
  const remember = (event: FocusEvent) => (last = event.target);
  const lost = () => document.activeElement === document.body || document.activeElement === null;
  const observer = new MutationObserver(() => {
    if (!(last instanceof Element) || last.isConnected || !lost()) return;
    last = null;
    void tick().then(() => {
      if (lost()) focusHeading();
    });
  });
  addEventListener('focusin', remember);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    removeEventListener('focusin', remember);
    observer.disconnect();
  };
}
