// Words in tests: loads areas and chooses a language, as an entry does before it draws.
import { words, type Language } from '../src/shared/words';

export async function useWords(areas: string[] = ['shared'], language: Language = 'en'): Promise<void> {
  await words.choose(language, ...areas);
}
