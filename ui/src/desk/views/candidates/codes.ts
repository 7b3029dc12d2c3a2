// Subject codes as people write them in one line.

/** The words of a list split by blanks, commas, semicolons or strokes, each once. */
export function codesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;/]+/).filter(Boolean))];
}
