import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { t } from '../../../shared/words';
import { useWords } from '../../../../tests/words';
import { sectionOf, topicOf } from './sections';

const rows = readFileSync(
  join(import.meta.dirname, '../../../../../crates/regulations/data/coverage.toml'),
  'utf8',
);
const sections = [
  ...new Set([...rows.matchAll(/^paragraph = "(.+)"$/gm)].map((row) => sectionOf(row[1] ?? ''))),
];

test.each(['en', 'sw'] as const)(
  'every section of the manual says what it is about (%s)',
  async (language) => {
    await useWords(['shared', 'help'], language);
    const unnamed = t('help-section', { section: '9.9', topic: topicOf('9.9') }).replace('9.9', '');
    const names = sections.map((section) => t('help-section', { section, topic: topicOf(section) }));
    expect(names).toHaveLength(21);
    expect(new Set(names).size).toBe(21);
    expect(names.filter((name) => name.startsWith(unnamed.trim()))).toEqual([]);
  },
);
