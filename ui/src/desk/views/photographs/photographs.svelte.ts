// The batch of files and the sheet of portraits, as the core has them. Owns what is shown and what is being done; whose a
// file is and what it looks like is the core's.
import { call, Problem, type Answer } from '$domain/core';
import { on } from '$domain/events';
import { notices } from '$shared/components/notices.svelte';
import { t } from '$shared/words';
import { base64Of } from '$domain/bytes';

export type Batch = Answer<'photographs.batch'>;
export type File = Batch['files'][number];
export type Person = Answer<'photographs.sheet'>[number];

const task = 'photographs';

class Photographs {
  files = $state.raw<File[]>([]);
  ready = $state(0);
  people = $state.raw<Person[]>([]);
  /** How far the making is, while files are taken in. */
  progress = $state.raw<{ done: number; total: number }>();
  cancelling = $state(false);
  problem = $state.raw<Problem>();

  /** Those that a person must say something of: nobody's yet, or of several. */
  readonly open = $derived(this.files.filter((file) => !file.candidate && !file.unusable));
  readonly matched = $derived(this.files.filter((file) => file.candidate && !file.unusable));
  readonly unusable = $derived(this.files.filter((file) => file.unusable));

  /** Asks for everything and follows changes; for `$effect`. */
  begin(): () => void {
    void this.ask();
    const stops = [
      on('changed', () => void this.askPeople()),
      on('progress', ({ task: name, done, total }) => {
        if (name === task && this.progress) this.progress = { done, total };
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  private async ask(): Promise<void> {
    await this.doing(async () => this.take(await call('photographs.batch')));
    await this.askPeople();
  }

  private async askPeople(): Promise<void> {
    await this.doing(async () => (this.people = await call('photographs.sheet')));
  }

  /** Takes in files and folders by their paths. */
  async choose(paths: string[]): Promise<void> {
    if (paths.length === 0) return;
    await this.takingIn(async () => this.take(await call('photographs.choose', { paths, task })));
  }

  /** Takes in bytes dropped on the page or from the camera. */
  async bring(files: globalThis.File[], candidate: string | null = null): Promise<void> {
    await this.takingIn(async () => {
      for (const [at, file] of files.entries()) {
        if (this.cancelling) return;
        this.progress = { done: at, total: files.length };
        const base64 = await base64Of(file);
        this.take(await call('photographs.bring', { name: file.name, base64, candidate }));
      }
    });
  }

  private async takingIn(work: () => Promise<void>): Promise<void> {
    this.progress = { done: 0, total: 0 };
    this.cancelling = false;
    await this.doing(work);
    this.progress = undefined;
  }

  cancel(): void {
    this.cancelling = true;
    void call('tasks.cancel', { task }).catch(() => {});
  }

  assign(file: number, candidate: string | null): Promise<void> {
    return this.doing(async () => this.take(await call('photographs.assign', { file, candidate })));
  }

  leaveOut(file: number): Promise<void> {
    return this.doing(async () => this.take(await call('photographs.leave-out', { file })));
  }

  clear(): Promise<void> {
    return this.doing(async () => this.take(await call('photographs.clear')));
  }

  /** Puts the file in its place as it is framed now. */
  replace(file: File): void {
    this.files = this.files.map((other) => (other.id === file.id ? file : other));
  }

  async attach(): Promise<boolean> {
    return this.done(async () => {
      const { attached, replaced } = await call('photographs.attach');
      this.take(await call('photographs.batch'));
      await this.askPeople();
      this.say(t('photographs-attached', { count: attached, replaced }));
    });
  }

  async remove(person: Person): Promise<void> {
    await this.done(async () => {
      await call('photographs.remove', { candidate: person.id });
      this.say(t('photographs-removed', { name: person.name || person.number }));
    });
  }

  async swap(one: Person, other: Person): Promise<void> {
    await this.done(async () => {
      await call('photographs.swap', { one: one.id, other: other.id });
      this.say(t('photographs-swapped', { one: one.name || one.number, other: other.name || other.number }));
    });
  }

  async undo(): Promise<void> {
    await this.done(async () => void (await call('candidates.undo')));
  }

  async redo(): Promise<void> {
    await this.done(async () => void (await call('candidates.redo')));
  }

  private say(text: string): void {
    notices.show(text, {
      tone: 'good',
      action: { label: t('photographs-undo'), run: () => void this.undo() },
    });
  }

  private take(batch: Batch): void {
    this.files = batch.files;
    this.ready = batch.ready;
  }

  /** Does it and says whether it went well; a problem stays on the screen until the next try. */
  private async done(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.problem = undefined;
      return true;
    } catch (thrown) {
      const problem = Problem.of(thrown);
      if (problem.code !== 'desk.stopped') this.problem = problem;
      return false;
    }
  }

  private async doing(work: () => Promise<unknown>): Promise<void> {
    await this.done(work);
  }
}

export const photographs = new Photographs();
