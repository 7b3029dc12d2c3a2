// How a citation asks for the manual's text. The shell says what opening means; without a shell nothing happens.
let opener: (number: string) => void = () => {};

/** Called once by a shell. */
export function onParagraph(open: (number: string) => void): void {
  opener = open;
}

/** Asks the shell to show a paragraph of the manual. */
export function openParagraph(number: string): void {
  opener(number);
}

/** The paragraph that is cited nearest to an element: beside it, else in the part of the page that it stands in. */
export function citedNear(element: Element | null): string | undefined {
  for (let part = element; part && !part.matches('main, body'); part = part.parentElement) {
    const cited = part.querySelector<HTMLElement>('[data-cites]');
    if (cited) return cited.dataset.cites;
  }
  return undefined;
}
