// What came from KNEC, asked once for every part of the window that shows some of it, and again whenever the core says
// that it is old. Owns no word and no rule: what is new, and what is asked, is the core's.
import { untrack } from 'svelte';
import { call, Problem } from '$domain/core';
import { on } from '$domain/events';
import { work } from '$domain/work.svelte';
import type { CouncilDecision, News } from '$domain/bindings/commands';

class CouncilNews {
  all = $state.raw<News>();
  private turn = 0;
  private followers = 0;
  private stops: (() => void)[] = [];

  /** For `$effect(() => news.follow())`. */
  follow(): () => void {
    // What is announced is told in the language chosen.
    void work.state?.settings.language;
    untrack(() => void this.ask());
    if (this.followers++ === 0) {
      const again = () => void this.ask();
      this.stops = [on('sync', again), on('changed', again), on('state', again)];
    }
    return () => {
      if (--this.followers === 0) this.stops.forEach((stop) => stop());
    };
  }

  async ask(): Promise<void> {
    const mine = ++this.turn;
    // Without an open register there is nothing to tell.
    const all = await call('news.list').catch(() => undefined);
    if (mine === this.turn) this.all = all;
  }

  /** What was decided of one candidate, the latest first. */
  of(id: string | undefined): CouncilDecision[] {
    return id ? (this.all?.decisions.filter(({ subject }) => subject.id === id) ?? []) : [];
  }

  async read(keys: string[]): Promise<void> {
    if (keys.length > 0) await call('news.read', { keys }).catch(() => {});
  }

  /** Answers; tells what went wrong. */
  async answer(decision: CouncilDecision, accepts: boolean, reason: string): Promise<Problem | undefined> {
    try {
      await call('news.answer', { case: decision.case, id: decision.subject.id, accepts, reason });
      await this.read([decision.key]);
      return undefined;
    } catch (thrown) {
      return Problem.of(thrown);
    }
  }
}

export const news = new CouncilNews();
