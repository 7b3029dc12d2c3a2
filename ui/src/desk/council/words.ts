// Queues, decisions and fields of the council's in words. Owns the tables and nothing else.
import { t } from '$shared/words';
import type { CouncilDecision } from '$domain/bindings/commands';

const queues: Record<string, string> = {
  duplicate: 'news-queue-duplicate',
  conflict: 'news-queue-conflict',
  late: 'news-queue-late',
  amendment: 'news-queue-amendment',
  returned: 'news-queue-returned',
  transfer: 'news-queue-transfer',
  kcpe: 'news-queue-kcpe',
  fork: 'news-queue-fork',
  centre: 'news-queue-centre',
};
const decisions: Record<string, string> = {
  ask: 'news-decision-ask',
  same: 'news-decision-same',
  different: 'news-decision-different',
  admit: 'news-decision-admit',
  leave: 'news-decision-leave',
  stand: 'news-decision-stand',
  refuse: 'news-decision-refuse',
  choose: 'news-decision-choose',
  seen: 'news-decision-seen',
  move: 'news-decision-move',
  differs: 'news-decision-differs',
  'send-back': 'news-decision-send-back',
  accept: 'news-decision-accept',
  answered: 'news-decision-answered',
  undone: 'news-decision-undone',
};
const fields: Record<string, string> = {
  name: 'news-field-name',
  gender: 'news-field-gender',
  year_of_birth: 'news-field-year-of-birth',
};

const known = (table: Record<string, string>, code: string, otherwise: string) =>
  table[code] ? t(table[code]) : otherwise;

export const queueName = (queue: string) => t(queues[queue] ?? 'news-queue-other');
export const comparedName = (field: string) => known(fields, field, field);

/** A decision may name a member or a branch after a colon. Of one person entered twice it says who is kept. */
export function decisionName({
  decision,
  keep,
  kept,
}: Pick<CouncilDecision, 'decision' | 'keep' | 'kept'>): string {
  const [code = ''] = decision.split(':');
  if (code === 'same' && keep) return t('news-decision-same-kept');
  if (code === 'same' && kept) return t('news-decision-same-other', { kept });
  return known(decisions, code, decision);
}

/** Whom or what it is about, as people call them. */
export function whom({ what, called }: CouncilDecision['subject']): string {
  if (what === 'candidate') return called;
  return t(what === 'slip' ? 'news-slip' : 'news-centre');
}
