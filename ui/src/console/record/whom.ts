// Whom a case is about, in a list.
import { t } from '$shared/words';
import type { CaseBrief } from '$domain/council/queues';

/** Names, and how many others; where no name is known, the centres. */
export function whom({ names, others, centres }: CaseBrief): string {
  if (names.length === 0) return centres.join(' · ');
  const shown = names.join(' · ');
  return others > 0 ? t('console-because-and-others', { shown, count: others }) : shown;
}
