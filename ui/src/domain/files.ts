// Choosing files and folders, and opening them. In the window the platform's own dialogs; in a browser beside the twin
// a path is typed, since a page may not know paths. Paths only: reading is the core's.
import { inWindow, Problem } from './core';

export interface Filter {
  /** Shown in the dialog. */
  name: string;
  extensions: string[];
}

interface Asked {
  title: string;
  filters?: Filter[];
}

/** A file to read, or nothing when it was cancelled. */
export async function pickFile({ title, filters }: Asked): Promise<string | undefined> {
  if (!inWindow) return typed(title);
  const { open } = await import('@tauri-apps/plugin-dialog');
  return (await open({ title, filters, multiple: false, directory: false })) ?? undefined;
}

/** Several files to read; none when it was cancelled. */
export async function pickFiles({ title, filters }: Asked): Promise<string[]> {
  if (!inWindow) return (typed(title) ?? '').split('\n').filter(Boolean);
  const { open } = await import('@tauri-apps/plugin-dialog');
  return (await open({ title, filters, multiple: true, directory: false })) ?? [];
}

export async function pickFolder({ title }: Asked): Promise<string | undefined> {
  if (!inWindow) return typed(title);
  const { open } = await import('@tauri-apps/plugin-dialog');
  return (await open({ title, directory: true })) ?? undefined;
}

/** Where to write; `name` is what the dialog proposes. */
export async function pickTarget({
  title,
  filters,
  name,
}: Asked & { name: string }): Promise<string | undefined> {
  if (!inWindow) return typed(title, name);
  const { save } = await import('@tauri-apps/plugin-dialog');
  return (await save({ title, filters, defaultPath: name })) ?? undefined;
}

/** Opens a file with the program that the computer has for it. */
export async function openFile(path: string): Promise<void> {
  if (!inWindow) return;
  const { invoke } = await import('@tauri-apps/api/core');
  await invoke('open_file', { path }).catch((thrown: unknown) => {
    throw Problem.of(thrown);
  });
}

/** Paths dropped on the window, until the returned function is called. */
export function onDrop(dropped: (paths: string[]) => void): () => void {
  if (!inWindow) return () => {};
  let stop = () => {};
  let stopped = false;
  void import('@tauri-apps/api/webview').then(async ({ getCurrentWebview }) => {
    stop = await getCurrentWebview().onDragDropEvent(({ payload }) => {
      if (payload.type === 'drop') dropped(payload.paths);
    });
    if (stopped) stop();
  });
  return () => {
    stopped = true;
    stop();
  };
}

function typed(title: string, proposed = ''): string | undefined {
  return globalThis.prompt(title, proposed)?.trim() || undefined;
}
