// The sections that paragraphs belong to: 2.8.4 to 2.8, a question to `faq`.
export function sectionOf(paragraph: string): string {
  return paragraph.startsWith('faq') ? 'faq' : paragraph.split('.').slice(0, 2).join('.');
}
