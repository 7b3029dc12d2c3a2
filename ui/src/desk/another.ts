// One more window on the same register, asked for by key or from the palette; that it could not be opened is told.
import { notices } from '$shared/components/notices.svelte';
import { Problem } from '$domain/core';
import { openAnother } from '$domain/windows';

export async function anotherWindow(): Promise<void> {
  try {
    await openAnother();
  } catch (thrown) {
    const problem = Problem.of(thrown);
    notices.show([problem.words, problem.action].filter(Boolean).join(' '), { tone: 'error' });
  }
}
