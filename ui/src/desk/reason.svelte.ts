// A question for a reason, waiting for its answer.

interface Question {
  title: string;
  /** What it is about, in a sentence. */
  text?: string;
  /** The words of the button. */
  action: string;
  /** A reason to begin with. */
  reason?: string;
}

export class Reason {
  now = $state.raw<Question>();
  private resolve: ((reason: string | undefined) => void) | undefined;

  /** The reason given; none: somebody thought better of it. */
  ask(question: Question): Promise<string | undefined> {
    this.answer(undefined);
    this.now = question;
    return new Promise((resolve) => (this.resolve = resolve));
  }

  answer(reason: string | undefined): void {
    const resolve = this.resolve;
    this.now = undefined;
    this.resolve = undefined;
    resolve?.(reason);
  }
}
