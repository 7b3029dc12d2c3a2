// Whom a case is about, in a list.
import { t } from '$shared/words';
import type { CaseBrief } from '$domain/council/queues';

/** Names, and how many others, a line each; where no name is known, the centres. */
export function whomLines({ names, others, centres }: CaseBrief): string[] {
  if (names.length === 0) return centres;
  return others > 0 ? [...names, t('console-because-and-others', { count: others })] : names;
}

/** The same in one line. */
export const whom = (row: CaseBrief): string => whomLines(row).join(' · ');
