// Commands that screens put into the palette (Ctrl+K) while they are shown.
export interface ScreenCommand {
  id: string;
  /** Id of the message that names it. */
  words: string;
  icon?: string;
  keys?: string;
  run: () => void;
}
import { untrack } from 'svelte';

class Commands {
  private sets = $state.raw<ScreenCommand[][]>([]);
  readonly list = $derived(this.sets.flat());

  /** For `$effect(() => commands.add([...]))`. */
  add(commands: ScreenCommand[]): () => void {
    this.sets = [...untrack(() => this.sets), commands];
    return () => {
      this.sets = untrack(() => this.sets).filter((other) => other !== commands);
    };
  }
}

export const commands = new Commands();
