// A document that was made, on its way to a file or the printer. Owns the asking for a place; what is written where is the
// core's.
import { call } from '$domain/core';
import { openFile, pickTarget } from '$domain/files';
import type { PaperPreview } from '$domain/bindings/commands';

/** Saves it where a person says; the path, or nothing when they thought better of it. */
export async function savePaper(preview: PaperPreview, title: string): Promise<string | undefined> {
  const filters = [{ name: 'PDF', extensions: ['pdf'] }];
  const path = await pickTarget({ title, name: preview.file, filters });
  if (!path) return undefined;
  return (await call('papers.save', { id: preview.id, path })).path;
}

/** Opens it in the computer's viewer, which prints; `told` hears where the file lies before that. */
export async function printPaper(preview: PaperPreview, told: (path: string) => void): Promise<void> {
  const { path } = await call('papers.print', { id: preview.id });
  told(path);
  await openFile(path);
}
