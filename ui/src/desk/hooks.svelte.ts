// What keys and bars of the shell ask of the screen that is shown: the next problem, undo and redo, search. A screen
// answers while it is shown; a question that nobody answers does nothing.
import { untrack } from 'svelte';

export interface ScreenAnswers {
  /** F8. */
  nextProblem?: () => void;
  /** Ctrl+Z and Ctrl+Y, outside of text being typed. */
  undo?: () => void;
  redo?: () => void;
  /** Ctrl+F: move the focus into the screen's own search. */
  search?: () => void;
  /** F1: the paragraph behind what has the focus; false: there is none. */
  paragraph?: () => string | undefined;
}

class Hooks {
  private stack = $state.raw<ScreenAnswers[]>([]);

  /** For `$effect(() => hooks.answer({...}))`. */
  answer(answers: ScreenAnswers): () => void {
    this.stack = [...untrack(() => this.stack), answers];
    return () => {
      this.stack = untrack(() => this.stack).filter((other) => other !== answers);
    };
  }

  get<K extends keyof ScreenAnswers>(question: K): ScreenAnswers[K] | undefined {
    return this.stack.findLast((answers) => answers[question])?.[question];
  }

  /** Asks; says whether anybody answered. */
  ask(question: 'nextProblem' | 'undo' | 'redo' | 'search'): boolean {
    const answer = this.get(question);
    answer?.();
    return answer !== undefined;
  }
}

export const hooks = new Hooks();
