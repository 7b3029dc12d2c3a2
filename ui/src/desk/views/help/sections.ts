// The sections that paragraphs belong to: 2.8.4 to 2.8, a question to `faq`.
export function sectionOf(paragraph: string): string {
  return paragraph.startsWith('faq') ? 'faq' : paragraph.split('.').slice(0, 2).join('.');
}

/** The section as a message selects by it: a name, since 2.1 and 2.10 are one number. */
export function topicOf(section: string): string {
  return section === 'faq' ? section : `s${section.replace('.', '-')}`;
}
