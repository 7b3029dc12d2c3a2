// What went wrong in a command, as the core says it: a code that `problem.ftl` has words for, and what the core wrote in
// English where there are none. Decides nothing.
import { t, words } from '$shared/words';
import type { Problem as Body } from './bindings/commands';

export class Problem extends Error {
  /** Stable, as `register.disk-full`. */
  readonly code: string;
  /** What a person can do about it: `usage`, `input`, `register`, `server`. */
  readonly class: string;
  /** English, for the support bundle. */
  readonly detail: string;
  /** The file it is about. */
  readonly path: string | undefined;

  constructor(body: Partial<Body> & { code: string }) {
    super(body.code);
    this.name = 'Problem';
    this.code = body.code;
    this.class = body.class ?? 'register';
    this.detail = body.detail ?? '';
    this.path = body.path ?? undefined;
  }

  /** In the language chosen: what is wrong. */
  get words(): string {
    return this.said('') ?? (this.detail || t('problem-unexpected'));
  }

  /** In the language chosen: the way on, where the messages have one. */
  get action(): string | undefined {
    return this.said('.action');
  }

  private said(attribute: string): string | undefined {
    const id = `problem-${this.code.replaceAll('.', '-')}`;
    if (!words.has(id)) return undefined;
    const text = t(id + attribute, { path: this.path ?? '', detail: this.detail });
    return text === id + attribute ? undefined : text;
  }

  /** Whatever was thrown, as a problem. */
  static of(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    if (isBody(thrown)) return new Problem(thrown);
    return new Problem({
      code: 'unexpected',
      detail: thrown instanceof Error ? thrown.message : String(thrown),
    });
  }
}

function isBody(thrown: unknown): thrown is Body {
  return typeof thrown === 'object' && thrown !== null && typeof (thrown as Body).code === 'string';
}
