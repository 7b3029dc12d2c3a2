// The words of queues: their names, what happened, what may be decided. Owns the tables; what the server says in a form
// that is not known here is shown as it is, so that a new kind of case waits for nobody.
import { t } from '$shared/words';
import type { Case, CaseBrief, Happened } from '$domain/council/queues';
import { shownValue } from '../../record/fields';
import { queueNames } from '../../record/queues';

const abouts: Record<string, string> = {
  duplicate: 'console-queues-duplicate-about',
  conflict: 'console-queues-conflict-about',
  fork: 'console-queues-fork-about',
  late: 'console-queues-late-about',
  amendment: 'console-queues-amendment-about',
  transfer: 'console-queues-transfer-about',
  returned: 'console-queues-returned-about',
  kcpe: 'console-queues-kcpe-about',
  centre: 'console-queues-centre-about',
};
const happenings: Record<string, string> = {
  found: 'console-queues-happened-found',
  changed: 'console-queues-happened-changed',
  gone: 'console-queues-happened-gone',
  claim: 'console-queues-happened-claim',
  release: 'console-queues-happened-release',
  decide: 'console-queues-happened-decide',
  undo: 'console-queues-happened-undo',
};
const decisions: Record<string, string> = {
  different: 'console-queues-decide-different',
  ask: 'console-queues-decide-ask',
  admit: 'console-queues-decide-admit',
  leave: 'console-queues-decide-leave',
  stand: 'console-queues-decide-stand',
  refuse: 'console-queues-decide-refuse',
  seen: 'console-queues-decide-seen',
  'send-back': 'console-queues-decide-send-back',
  accept: 'console-queues-decide-accept',
  move: 'console-queues-decide-move',
  consent: 'console-queues-decide-consent',
  answered: 'console-queues-decide-answered',
  differs: 'console-queues-decide-differs',
  undone: 'console-queues-decide-undone',
};
/** What a decision does, where the button alone does not say it. */
const effects: Record<string, string> = {
  same: 'console-queues-effect-same',
  different: 'console-queues-effect-different',
  ask: 'console-queues-effect-ask',
  admit: 'console-queues-effect-admit',
  leave: 'console-queues-effect-leave',
  stand: 'console-queues-effect-stand',
  refuse: 'console-queues-effect-refuse',
  choose: 'console-queues-effect-choose',
  seen: 'console-queues-effect-seen',
  'send-back': 'console-queues-effect-send-back',
  accept: 'console-queues-effect-accept',
  move: 'console-queues-effect-move',
  consent: 'console-queues-effect-consent',
};
/** Reasons that are given again and again, by decision. */
const ready: Record<string, string[]> = {
  same: ['console-queues-reason-same-papers', 'console-queues-reason-centre-confirmed'],
  different: [
    'console-queues-reason-namesakes',
    'console-queues-reason-twins',
    'console-queues-reason-wrong-number',
  ],
  ask: ['console-queues-reason-ask-papers', 'console-queues-reason-ask-head'],
  choose: ['console-queues-reason-certificate', 'console-queues-reason-centre-confirmed'],
  admit: ['console-queues-reason-network', 'console-queues-reason-approved-late'],
  leave: ['console-queues-reason-too-late', 'console-queues-reason-no-fee'],
  stand: ['console-queues-reason-certificate', 'console-queues-reason-centre-confirmed'],
  refuse: ['console-queues-reason-no-paper', 'console-queues-reason-ask-head'],
  seen: ['console-queues-reason-seen-centre', 'console-queues-reason-seen-nothing'],
  'send-back': ['console-queues-reason-certificate', 'console-queues-reason-ask-papers'],
  accept: ['console-queues-reason-spelling', 'console-queues-reason-certificate'],
  move: ['console-queues-reason-both-heads'],
  consent: ['console-queues-reason-letter'],
};

export const isQueue = (queue: string | undefined): queue is string =>
  queue !== undefined && queue in queueNames;

export function queueName(queue: string): string {
  const name = queueNames[queue];
  return name ? t(name) : queue;
}

export function queueAbout(queue: string): string | undefined {
  const about = abouts[queue];
  return about && t(about);
}

/** Whether its score is how probable it is that they are one person; elsewhere it only says what comes first. */
export const isProbable = ({ queue, kind }: Pick<CaseBrief, 'queue' | 'kind'>) =>
  queue === 'duplicate' && kind !== 'photograph';

export function happenedName({ what }: Happened): string {
  const name = happenings[what];
  return name ? t(name) : what;
}

const head = (decision: string) => decision.split(':')[0] ?? decision;
const place = (decision: string) => Number(decision.split(':')[1] ?? 0);

/** A decision as its button says it; of a list's case without whom it is about. */
export function decisionName(decision: string, of?: Case): string {
  if (head(decision) === 'same')
    return t('console-queues-decide-same', { side: sideName(of, place(decision)) });
  if (head(decision) === 'choose')
    return t('console-queues-decide-choose', { value: branchValue(of, place(decision)) });
  const name = decisions[decision];
  return name ? t(name) : decision;
}

export function effectOf(decision: string): string | undefined {
  const effect = effects[head(decision)];
  return effect && t(effect);
}

export function readyReasons(decision: string): string[] {
  return (ready[head(decision)] ?? []).map((id) => t(id));
}

/** `A`, `B`…: members are spoken of by a letter where many stand side by side. */
export const letter = (at: number) => String.fromCharCode(65 + (at % 26));

function sideName(of: Case | undefined, at: number): string {
  const member = of?.members[at];
  if (!member) return letter(at);
  return `${letter(at)} · ${member.values?.name ?? member.register.slice(0, 8)}`;
}

function branchValue(of: Case | undefined, at: number): string {
  const { field, branches }: Partial<Case['evidence']> = of?.evidence ?? {};
  const value = branches?.[at]?.value;
  if (value === undefined) return String(at + 1);
  return shownValue(field ?? '', value) || t('shared-blank');
}
