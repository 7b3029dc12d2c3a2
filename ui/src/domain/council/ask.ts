// The only door to the council's server: its console's API beside the page. Decides nothing; a refusal is a `Refusal`
// with the server's code. Personal data goes in bodies, never in addresses.
import { Problem } from '$domain/problem';
import type { Problem as Body } from '$domain/bindings/commands';
import { t, words } from '$shared/words';

/** What the server refused. */
export class Refusal extends Problem {
  readonly status: number;
  /** What changed meanwhile, where the code is `case.stale`. */
  readonly changed: { what: string; from: string; to: string }[];
  /** What is the matter in this case, in the server's words. */
  readonly told: string;
  /** Seconds after which to try again. */
  readonly retryAfter: number | undefined;

  constructor(status: number, body: Partial<Body> & { code: string } & Record<string, unknown>) {
    super({ ...body, class: 'server', detail: [body.title, body.whatToDo].filter(Boolean).join(' ') });
    this.name = 'Refusal';
    this.status = status;
    this.changed = (body.changed as Refusal['changed'] | undefined) ?? [];
    this.told = typeof body.detail === 'string' ? body.detail : '';
    this.retryAfter = body.retry_after as number | undefined;
  }

  override get words(): string {
    const id = `console-problem-${this.code.replaceAll('.', '-')}`;
    return words.has(id)
      ? t(id, { seconds: this.retryAfter ?? 0, told: this.told })
      : this.detail || t('console-problem-unexpected');
  }
}

/** Told when the session is no longer what the page takes it for. */
export const watch = { refused: (_refusal: Refusal): void => {} };

/** Where an address of the API is, for links (CSV, pictures). */
export function address(path: string): string {
  return new URL(`api/${path}`, document.baseURI).pathname + new URL(`api/${path}`, document.baseURI).search;
}

/** Reads. */
export function get<Answer>(path: string): Promise<Answer> {
  return ask(path, { method: 'GET' });
}

/** Does, or asks with what must not stand in an address. */
export function post<Answer>(path: string, body: unknown = {}): Promise<Answer> {
  const headers = { 'content-type': 'application/json', 'x-daftari-console': '1' };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(address(path), { ...init, credentials: 'same-origin' }).catch(() => undefined);
  if (!answer) throw new Refusal(0, { code: 'unreachable' });
  const body = (await answer.json().catch(() => null)) as unknown;
  if (answer.ok) return body as Answer;
  throw refused(answer.status, body);
}

/** What a refused answer says; whoever watches is told. */
export function refused(status: number, body: unknown): Refusal {
  const refusal = new Refusal(status, { code: 'unexpected', ...(body as object) });
  watch.refused(refusal);
  return refusal;
}
