// What the core works at: the state that stands around all screens (centre, settings, who), kept as new as the core says.
import { appearance, type Theme } from '$shared/layout/appearance.svelte';
import type { Language } from '$shared/words';
import type { Centre, State } from './bindings/commands';
import { askedAhead, call, Problem } from './core';
import { on } from './events';

/** Milliseconds for which an empty page looks like a start, and not like a fault. */
const MOMENT = 100;

class Work {
  state = $state.raw<State>();
  /** The core could not be asked. */
  problem = $state.raw<Problem>();

  /** The first answer, on its way while the words are still being read. */
  private coming: Promise<State> | undefined;

  get centre(): Centre | undefined {
    return this.state?.centre ?? undefined;
  }

  /** Asks for the first state, so that its answer is there when the shell is; told of it at once is who must fetch. */
  foresee(told: (state: State) => void): void {
    this.coming = askedAhead();
    this.coming.then(told, () => {});
  }

  /** Waits for the first state, but a moment at most: a page that begins with it is laid out once and not twice. */
  async first(): Promise<void> {
    await Promise.race([this.ask(), new Promise((late) => setTimeout(late, MOMENT))]);
  }

  /** Shows the state and follows it; called once by the shell. */
  begin(): () => void {
    appearance.onchoice = (chosen) => void this.keep(chosen);
    if (!this.state) void this.ask();
    return on('state', () => void this.ask());
  }

  private async ask(): Promise<void> {
    try {
      const state = await (this.coming ?? call('state'));
      const { language, theme, text_size: textSize } = state.settings;
      await appearance.take({ language: language as Language, theme: theme as Theme, textSize });
      this.state = state;
      this.problem = undefined;
    } catch (problem) {
      this.problem = Problem.of(problem);
    } finally {
      this.coming = undefined;
    }
  }

  private async keep({
    language,
    theme,
    textSize,
  }: {
    language: Language;
    theme: Theme;
    textSize: number;
  }): Promise<void> {
    // What else was chosen is not known before the core has said so; it is asked for as the page opens.
    if (!this.state) return;
    const settings = { ...this.state.settings, language, theme, text_size: textSize };
    await call('settings.change', settings).catch(() => {});
  }
}

export const work = new Work();
