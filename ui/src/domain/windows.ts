// More windows on the same register. Only the program itself can open one; in a browser beside the twin there is none to
// open, so nothing offers it there.
import { invoke } from '@tauri-apps/api/core';
import { inWindow, Problem } from './core';

export const canOpenAnother = inWindow;

/** Opens one more window of the program. Throws a `Problem`. */
export async function openAnother(): Promise<void> {
  await invoke('another_window').catch((thrown: unknown) => {
    throw Problem.of(thrown);
  });
}
