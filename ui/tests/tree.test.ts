// What holds for the whole tree: no text outside the messages, messages alike in both languages, tiers that point one
// way.
import { parse as parseFluent, Resource, type Entry, type Message } from '@fluent/syntax';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';
import { literals, shownText, type Literal } from './source';

const root = join(import.meta.dirname, '..');
const filesUnder = (folder: string, ...endings: string[]) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        endings.some((ending) => file.endsWith(ending)) &&
        !file.endsWith('.test.ts') &&
        !file.includes('/testing/'),
    )
    .map((file) => join(root, folder, file))
    .sort();
const short = (file: string) => file.slice(root.length + 1);

interface Said {
  area: string;
  variables: string[];
}

function messages(language: string): Map<string, Said> {
  const found = new Map<string, Said>();
  for (const file of filesUnder(`words/${language}`, '.ftl')) {
    const area = basename(file, '.ftl');
    const resource: Resource = parseFluent(readFileSync(file, 'utf8'), { withSpans: false });
    const junk = resource.body.filter((entry: Entry) => entry.type === 'Junk');
    expect(junk, `${short(file)} does not parse`).toEqual([]);
    for (const entry of resource.body) if (entry.type === 'Message') add(found, area, entry);
  }
  return found;
}

function add(found: Map<string, Said>, area: string, message: Message): void {
  const parts: [string, unknown][] = message.attributes.map((a) => [
    `${message.id.name}.${a.id.name}`,
    a.value,
  ]);
  if (message.value) parts.push([message.id.name, message.value]);
  for (const [id, pattern] of parts) {
    const variables = [
      ...JSON.stringify(pattern).matchAll(/"VariableReference","id":\{[^}]*"name":"(\w+)"/g),
    ];
    found.set(id, { area, variables: [...new Set(variables.map((match) => match[1]!))].sort() });
  }
}

const english = messages('en');
const swahili = messages('sw');
const sources = filesUnder('src', '.svelte', '.ts').filter((file) => !file.includes('bindings'));
const written = new Map<string, Literal[]>(sources.map((file) => [file, literals(file)]));

describe('messages', () => {
  test('both languages have the same ones with the same variables', () => {
    expect(Object.fromEntries(swahili)).toEqual(Object.fromEntries(english));
  });

  test('each begins with the name of its area', () => {
    const strange = [...english].filter(([id, { area }]) => !id.startsWith(`${area}-`)).map(([id]) => id);
    expect(strange).toEqual([]);
  });

  test('each that the source asks for is there', () => {
    const areas = new Set([...english.values()].map(({ area }) => area));
    const isId = ({ text, asked, value }: Literal) =>
      asked || (value && [...areas].some((area) => text.startsWith(`${area}-`)));
    const missing = [...written].flatMap(([file, all]) =>
      all
        .filter((literal) => isId(literal) && !english.has(literal.text))
        .map(({ text }) => `${short(file)}: ${text}`),
    );
    expect(missing).toEqual([]);
  });

  test('each is asked for somewhere', () => {
    const known = new Set([...written.values()].flat().map(({ text }) => text));
    const unused = [...english.keys()].filter((id) => !known.has(id) && !/^(console-)?problem-/.test(id));
    expect(unused).toEqual([]);
  });
});

describe('the gallery', () => {
  /** Not drawn by themselves: one fetches screens, one stands around a whole window, one is a message in place. */
  const unseen = ['View.svelte', 'Frame.svelte', 'T.svelte'];

  test('shows every component', () => {
    const seen = new Set<string>();
    const look = (file: string) => {
      if (seen.has(file) || !written.has(file)) return;
      seen.add(file);
      const imported = written
        .get(file)!
        .filter(({ imported, text }) => imported && text.endsWith('.svelte'));
      for (const { text } of imported) look(placeOf(text, file));
    };
    filesUnder('src/gallery', '.svelte').forEach(look);
    const missing = filesUnder('src/shared', '.svelte').filter(
      (file) => !seen.has(file) && !unseen.includes(basename(file)),
    );
    expect(missing.map(short)).toEqual([]);
  });

  const placeOf = (imported: string, from: string) =>
    imported.startsWith('$shared')
      ? join(root, 'src/shared', imported.slice('$shared'.length))
      : join(dirname(from), imported);
});

describe('source', () => {
  test('shows no text that is not a message', () => {
    const found = sources
      .filter((file) => file.endsWith('.svelte'))
      .flatMap((file) =>
        shownText(parse(readFileSync(file, 'utf8'), { modern: true })).map(
          (text) => `${short(file)}: ${text}`,
        ),
      );
    expect(found).toEqual([]);
  });

  test('writes no HTML of its own', () => {
    const found = sources.filter((file) =>
      /\{@html|innerHTML|insertAdjacentHTML/.test(readFileSync(file, 'utf8')),
    );
    expect(found.map(short)).toEqual([]);
  });

  test('sets no inherited property beneath the root of the desk or what it shares', () => {
    const own = /style:--|style="--|^\s+--[a-z-]+:/m;
    const files = [
      ...filesUnder('src/desk', '.svelte', '.css'),
      ...filesUnder('src/shared', '.svelte', '.css'),
    ];
    const found = files.filter(
      (file) => basename(file) !== 'tokens.css' && own.test(readFileSync(file, 'utf8')),
    );
    expect(found.map(short), 'WebKit keeps every style under it: docs/decisions/0015').toEqual([]);
  });

  test('passes no literal text to passing notices', () => {
    const found = [...written].flatMap(([file, all]) =>
      all.filter(({ noticed }) => noticed).map(({ text }) => `${short(file)}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  test('imports from lower tiers only', () => {
    const above: Record<string, RegExp> = {
      shared: /\$domain|\/(desk|console|gallery)\//,
      domain: /\/(desk|console|gallery)\//,
      desk: /\/console\//,
      console: /\/desk\//,
    };
    const found = [...written].flatMap(([file, all]) => {
      const barred = above[short(file).split('/')[1]!];
      return all
        .filter(({ text, imported }) => imported && barred?.test(text))
        .map(({ text }) => `${short(file)}: ${text}`);
    });
    expect(found).toEqual([]);
  });
});
