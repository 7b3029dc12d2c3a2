// The messages of the chosen language. Owns loading (one file an area and language, when it is first wanted) and
// formatting. Holds no text itself and reads none: messages come as JSON, read while building (vite.config.ts). Reading
// `t` inside a template follows a switch of language at once.
import { FluentBundle, type FluentResource, type FluentVariable } from '@fluent/bundle';
import { functions } from './functions';

export const languages = ['en', 'sw'] as const;
export type Language = (typeof languages)[number];
export type Args = Record<string, FluentVariable>;

/** Kenyan conventions for both languages: day before month, KES. */
const locales: Record<Language, string> = { en: 'en-KE', sw: 'sw-KE' };
const files = import.meta.glob<string>('/words/*/*.ftl', { import: 'default' });

/** What came with the page's own code, by the same paths. */
const brought: Record<string, string> = {};

const bundles: Record<Language, FluentBundle> = { en: newBundle('en'), sw: newBundle('sw') };
const loaded = new Map<string, Promise<void>>();
const areas = new Set<string>();

class Words {
  /** Bumped when an area arrives, so that what is on the screen is formatted anew. */
  private edition = $state(0);
  private chosen = $state<Language>('en');
  /** The language that is on its way, or is there. */
  private coming: Language = 'en';

  get language(): Language {
    return this.chosen;
  }

  get locale(): string {
    return locales[this.chosen];
  }

  /** Takes messages that a page brings along, so that what is seen first waits for nothing. */
  bring(messages: Record<string, string>): void {
    Object.assign(brought, messages);
  }

  /** Loads areas (`candidates`, `sync`...) in the language chosen last. A view is shown after its areas are there. */
  async load(...wanted: string[]): Promise<void> {
    for (const area of wanted) areas.add(area);
    await this.fetch(this.coming, wanted);
  }

  /** Changes the language of the whole screen at once, in one step, after every area in use has arrived. */
  async choose(language: Language, ...more: string[]): Promise<void> {
    for (const area of more) areas.add(area);
    this.coming = language;
    await this.fetch(language, [...areas]);
    if (language !== this.coming) return;
    this.chosen = language;
    document.documentElement.lang = language;
  }

  /** Is there such a message? For ids that come from the core with a fallback of their own. */
  has(id: string): boolean {
    void this.edition;
    return bundles[this.chosen].hasMessage(id);
  }

  format(id: string, args?: Args): string {
    void this.edition;
    const bundle = bundles[this.chosen];
    const [name = id, attribute] = id.split('.');
    const message = bundle.getMessage(name);
    const pattern = attribute ? message?.attributes[attribute] : message?.value;
    return pattern ? bundle.formatPattern(pattern, args ?? null, []) : id;
  }

  private async fetch(language: Language, wanted: string[]): Promise<void> {
    await Promise.all(wanted.map((area) => this.once(language, area)));
  }

  private once(language: Language, area: string): Promise<void> {
    const path = `/words/${language}/${area}.ftl`;
    const running = loaded.get(path) ?? this.read(language, path);
    loaded.set(path, running);
    return running;
  }

  private async read(language: Language, path: string): Promise<void> {
    const json = brought[path] ?? (await files[path]?.());
    if (json === undefined) return;
    const resource: FluentResource = { body: JSON.parse(json) as FluentResource['body'] };
    bundles[language].addResource(resource, { allowOverrides: true });
    this.edition += 1;
  }
}

function newBundle(language: Language): FluentBundle {
  return new FluentBundle(locales[language], { functions, useIsolating: false });
}

export const words = new Words();

/** The message `id` (or `id.attribute`) in the chosen language. */
export function t(id: string, args?: Args): string {
  return words.format(id, args);
}
