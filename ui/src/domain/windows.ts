// More windows on the same register. Only the program itself can open one; in a browser beside the twin there is none to
// open, so nothing offers it there.
import { inWindow, Problem } from './core';

export const canOpenAnother = inWindow;

/** Opens one more window of the program. Throws a `Problem`. */
export async function openAnother(): Promise<void> {
  const { invoke } = await import('@tauri-apps/api/core');
  await invoke('another_window').catch((thrown: unknown) => {
    throw Problem.of(thrown);
  });
}
