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
