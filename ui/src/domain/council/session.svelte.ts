// Who is signed in at the council's server and how far: the stages of sign-in, the lock when idle. Keeps no password
// and no token; the cookie is the browser's.
import { watch } from './ask';
import { prove, setUp } from './passkey';
import { read, send, type Answer, type Said } from './contract';

export type SessionView = Said<'Session'>;
export type Right = SessionView['rights'][number];

/** `none`, the second factor asked, one to be set up, signed in, locked. */
export type Stage = SessionView['stage'] | 'none';

class Session {
  /** Whose session it is; nothing while nobody signed in. */
  view = $state.raw<SessionView>();
  private asked = $state(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Undefined before the server was asked. */
  get stage(): Stage | undefined {
    return this.asked ? (this.view?.stage ?? 'none') : undefined;
  }

  may(right: Right): boolean {
    return this.stage === 'full' && (this.view?.rights.includes(right) ?? false);
  }

  /** Asks how the session stands and follows what the server says of it. */
  async begin(): Promise<void> {
    this.attend();
    watch.refused = ({ status }) => {
      if (status === 401 || status === 423) void this.ask();
    };
    await this.ask();
  }

  async enter(name: string, password: string): Promise<void> {
    this.take(await send('login', { name, password }));
  }

  async second(code: string): Promise<void> {
    this.take(await send('second', { code }));
  }

  async unlock(password: string): Promise<void> {
    this.take(await send('unlock', { password }));
  }

  /** With a passkey instead of the code, or of the password at the lock. */
  async passkey(): Promise<void> {
    this.take(await prove());
  }

  /** Sets up a passkey; whoever is signed in gives the password again. */
  async addPasskey(label: string, password?: string): Promise<void> {
    this.take(await setUp(label, password));
  }

  async confirmFactor(code: string): Promise<void> {
    this.take(await send('factors/totp/confirm', { code }));
  }

  async lock(): Promise<void> {
    await send('lock', {});
    await this.ask();
  }

  async leave(): Promise<void> {
    await send('logout', {});
    await this.ask();
  }

  /** Takes over how the session stands after something else changed it. */
  follow(view: SessionView): void {
    this.take(view);
  }

  private async ask(): Promise<void> {
    this.take(await read('session'));
  }

  private take(view: Answer<'session', 'get'>): void {
    this.view = view.stage === 'none' ? undefined : view;
    this.asked = true;
    this.wait();
  }

  /** Only a person puts the lock off: lists that the server's news bring up to date are asked for without one. */
  private attend(): void {
    const here = () => this.wait();
    for (const sign of ['keydown', 'pointerdown', 'wheel']) addEventListener(sign, here, { passive: true });
    this.attend = () => {};
  }

  /** The page locks itself with the server, so that nothing stays to be read on an unattended screen. */
  private wait(): void {
    clearTimeout(this.timer);
    const seconds = this.view?.idle_seconds;
    if (this.stage !== 'full' || !seconds) return;
    this.timer = setTimeout(() => void this.lock().catch(() => {}), seconds * 1000);
  }
}

export const session = new Session();
