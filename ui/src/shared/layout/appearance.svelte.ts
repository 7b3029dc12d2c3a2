// How the screen looks by the user's choice or the system's: theme, size of text, language. Kept in the browser, and by
// whoever asks to be told (the desk's settings). Knows no screen.
import { words, languages, type Language } from '../words/words.svelte';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];
/** Per cent of the normal size. */
export const textSizes = [100, 115, 130, 150, 175, 200] as const;

const kept = { theme: 'daftari.theme', size: 'daftari.text-size', language: 'daftari.language' };
const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');

/** What was chosen, all of it. */
export interface Chosen {
  theme: Theme;
  textSize: number;
  language: Language;
}

class Appearance {
  theme = $state<Theme>('system');
  textSize = $state(100);
  private system = $state<Exclude<Theme, 'system'>>(ofSystem());

  /** The theme that is drawn. */
  readonly drawn = $derived(this.theme === 'system' ? this.system : this.theme);
  /** Pixels of one rem. */
  readonly rem = $derived(16 * (this.textSize / 100));
  /** Told of every choice that a person makes here. */
  onchoice: (chosen: Chosen) => void = () => {};

  /** Reads what was chosen before; called once, before anything is drawn. */
  async begin(...areas: string[]): Promise<void> {
    const theme = localStorage.getItem(kept.theme) as Theme | null;
    if (theme && themes.includes(theme)) this.theme = theme;
    this.textSize = Number(localStorage.getItem(kept.size)) || 100;
    for (const query of [dark, contrast]) query.addEventListener('change', () => this.followSystem());
    this.apply();
    await words.choose(keptLanguage(), ...areas);
  }

  chooseTheme(theme: Theme): void {
    void this.choose({ theme });
  }

  chooseTextSize(textSize: number): void {
    void this.choose({ textSize });
  }

  chooseLanguage(language: Language): Promise<void> {
    return this.choose({ language });
  }

  /** Takes over what is kept elsewhere, without telling of it. */
  async take(chosen: Partial<Chosen>): Promise<void> {
    this.theme = chosen.theme ?? this.theme;
    this.textSize = chosen.textSize ?? this.textSize;
    const language = chosen.language ?? words.language;
    localStorage.setItem(kept.theme, this.theme);
    localStorage.setItem(kept.size, String(this.textSize));
    localStorage.setItem(kept.language, language);
    this.apply();
    if (language !== words.language) await words.choose(language);
  }

  private async choose(chosen: Partial<Chosen>): Promise<void> {
    await this.take(chosen);
    this.onchoice({ theme: this.theme, textSize: this.textSize, language: words.language });
  }

  private followSystem(): void {
    this.system = ofSystem();
    this.apply();
  }

  private apply(): void {
    const root = document.documentElement;
    root.dataset.theme = this.drawn;
    root.style.setProperty('--text-size', `${this.textSize}%`);
  }
}

function ofSystem(): Exclude<Theme, 'system'> {
  if (contrast.matches) return 'contrast';
  return dark.matches ? 'dark' : 'light';
}

function keptLanguage(): Language {
  const chosen = localStorage.getItem(kept.language) as Language | null;
  if (chosen && languages.includes(chosen)) return chosen;
  return navigator.language.startsWith('sw') ? 'sw' : 'en';
}

export const appearance = new Appearance();
