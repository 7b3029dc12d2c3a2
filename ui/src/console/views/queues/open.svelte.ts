// One case that somebody looks at: as it was shown, what moved since, who has it in hand, and what is done with it. Owns
// that nothing on the screen is exchanged under the reader: what changed is told, and taken over when they say so.
import {
  caseOf,
  changesBetween,
  claim,
  decide,
  nextCase,
  release,
  undo,
  type Case,
  type Changed,
} from '$domain/council/queues';
import { Problem } from '$domain/problem';
import { Refusal } from '$domain/council/ask';
import { session } from '$domain/council/session.svelte';
import { drafts } from './drafts';

/** A claim is asked for anew when less than this is left of it and its holder is still at work. */
const RENEW = 10 * 60_000;

/** A case that `next` gave, so that its page need not ask again. */
let handed: Case | undefined;

export class OpenCase {
  shown = $state.raw<Case>();
  /** Values that are other than shown; empty: nothing is known to have moved. */
  moved = $state.raw<Changed[]>();
  problem = $state.raw<Problem>();
  busy = $state('');
  decision = $state('');
  reason = $state('');
  private before: Promise<unknown> = Promise.resolve();

  constructor(readonly id: string) {
    ({ decision: this.decision, reason: this.reason } = drafts.of(id));
  }

  /** Milliseconds until which the one signed in has it in hand; 0: they have not. */
  heldUntil(now: number): number {
    const { claimed_by, claimed_until } = this.shown ?? {};
    return claimed_by === session.view?.name && (claimed_until ?? 0) > now ? claimed_until! : 0;
  }

  /** Who else has it in hand. */
  heldBy(now: number): string | undefined {
    const { claimed_by, claimed_until } = this.shown ?? {};
    return claimed_by && claimed_by !== session.view?.name && claimed_until! > now ? claimed_by : undefined;
  }

  async load(): Promise<void> {
    const given = handed?.id === this.id ? handed : undefined;
    handed = undefined;
    await this.ask('load', async () => this.take(given ?? (await caseOf(this.id))));
  }

  /** Something changed in the queue: who has the case is taken over, what it says is told. */
  async look(): Promise<void> {
    const now = await caseOf(this.id).catch(() => undefined);
    if (now) this.compare(now);
  }

  claim = () => this.ask('claim', async () => this.compare(await claim(this.id)));
  release = () => this.ask('release', async () => this.compare(await release(this.id)));

  /** Still at work: the claim is asked for anew before it runs out. */
  renew(now: number): void {
    const until = this.heldUntil(now);
    if (until > 0 && until - now < RENEW && this.busy === '') void this.claim();
  }

  /** Chooses what to decide, and takes the case in hand if nobody has it. */
  choose(decision: string, now: number): void {
    this.decision = decision;
    this.keep();
    if (!this.heldUntil(now) && !this.heldBy(now) && this.busy !== 'claim') void this.claim();
  }

  keep(): void {
    drafts.keep(this.id, { decision: this.decision, reason: this.reason });
  }

  decide(): Promise<boolean> {
    return this.ask('decide', async () => {
      const { shown, decision, reason } = this;
      // Pressed twice: the first was taken.
      if (shown?.state !== 'open' || decision === '') return;
      this.take(await decide(this.id, shown.etag, decision, reason.trim()));
      this.decision = this.reason = '';
      drafts.drop(this.id);
    });
  }

  undo(reason: string): Promise<boolean> {
    return this.ask('undo', async () => this.take(await undo(this.id, this.shown!.etag, reason.trim())));
  }

  /** What is there now in place of what was shown; what was typed stays. */
  async lookAgain(): Promise<boolean> {
    return this.ask('load', async () => this.take(await caseOf(this.id)));
  }

  private take(now: Case): void {
    [this.shown, this.moved] = [now, undefined];
    if (!now.decisions.includes(this.decision)) this.decision = '';
  }

  private compare(now: Case): void {
    const before = this.shown;
    if (!before || before.etag === now.etag) return this.take(now);
    const moved = changesBetween(before, now);
    // Longer logs that say nothing else of these people, or a decision: there is nothing to weigh anew.
    if (moved.length === 0 || now.state !== 'open' || before.state !== 'open') return this.take(now);
    this.moved = moved;
    const { claimed_by, claimed_until } = now;
    this.shown = { ...before, claimed_by, claimed_until };
  }

  /** One after the other: what is pressed while something is under way comes next. */
  private ask(what: string, work: () => Promise<void>): Promise<boolean> {
    const mine = this.before.then(() => this.run(what, work));
    this.before = mine;
    return mine;
  }

  private async run(what: string, work: () => Promise<void>): Promise<boolean> {
    [this.busy, this.problem] = [what, undefined];
    try {
      await work();
      return true;
    } catch (thrown) {
      this.refused(Problem.of(thrown));
      return false;
    } finally {
      this.busy = '';
    }
  }

  private refused(problem: Problem): void {
    this.problem = problem;
    if (!(problem instanceof Refusal)) return;
    if (problem.code === 'case.stale') this.moved = problem.changed;
    // Somebody else has it or decided it: how it stands is shown beside the refusal.
    if (problem.code === 'case.claimed' || problem.code === 'case.settled') void this.look();
  }
}

/** Takes the next case of a queue, leaving `after` to others; its id, or nothing when nobody waits. */
export async function takeNext(queue: string, after?: OpenCase): Promise<string | undefined> {
  if (after?.shown?.state === 'open' && after.heldUntil(Date.now())) await after.release();
  const next = await nextCase(queue, after?.id);
  if (!next) return undefined;
  handed = next;
  return next.id;
}
