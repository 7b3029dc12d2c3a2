// Who is signed in at the council's server and how far: the stages of sign-in, the lock when idle. Keeps no password
// and no token; the cookie is the browser's.
import { get, post, watch } from './ask';

/** `none`, the second factor asked, one to be set up, signed in, locked. */
export type Stage = 'none' | 'second' | 'enrol' | 'full' | 'locked';

export interface SessionView {
  stage: Stage;
  name: string;
  role: string;
  scope: string[];
  factors: string[];
  rights: string[];
  /** Roles for whose devices one makes codes, and whose passwords one resets. */
  enrols: string[];
  resets: string[];
  /** The newest of `years`; nothing while nobody sent anything. */
  year: number | null;
  years: number[];
  idle_seconds: number;
  expires: number;
  version: string;
}

class Session {
  view = $state.raw<SessionView>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  get stage(): Stage | undefined {
    return this.view?.stage;
  }

  may(right: string): boolean {
    return this.stage === 'full' && (this.view?.rights.includes(right) ?? false);
  }

  /** Asks how the session stands and follows what the server says of it. */
  async begin(): Promise<void> {
    watch.answered = () => this.wait();
    watch.refused = ({ status }) => {
      if (status === 401 || status === 423) void this.ask();
    };
    await this.ask();
  }

  async enter(name: string, password: string): Promise<void> {
    this.take(await post<SessionView>('login', { name, password }));
  }

  async second(code: string): Promise<void> {
    this.take(await post<SessionView>('second', { code }));
  }

  async unlock(password: string): Promise<void> {
    this.take(await post<SessionView>('unlock', { password }));
  }

  async confirmFactor(code: string): Promise<void> {
    this.take(await post<SessionView>('factors/totp/confirm', { code }));
  }

  async lock(): Promise<void> {
    await post('lock');
    await this.ask();
  }

  async leave(): Promise<void> {
    await post('logout');
    await this.ask();
  }

  /** Takes over how the session stands after something else changed it. */
  follow(view: SessionView): void {
    this.take(view);
  }

  private async ask(): Promise<void> {
    this.take(await get<SessionView>('session'));
  }

  private take(view: SessionView): void {
    this.view = view;
    this.wait();
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
