// Messages that pass: "Saved", "Copied". Owns the list that Notices.svelte shows. Words come formatted from the
// caller's messages; a notice with an action stays until it is closed.
export interface PassingNotice {
  id: number;
  tone: 'note' | 'good' | 'warning' | 'error';
  text: string;
  action?: { label: string; run: () => void };
}

class Notices {
  list = $state<PassingNotice[]>([]);
  /** How many dialogs lie over the page: notices show in the uppermost, for what lies beneath is not read out. */
  level = $state(0);
  private next = 1;

  /** Shows a notice. Errors and those with an action stay; others leave after `seconds`. */
  show(
    text: string,
    options: Partial<Omit<PassingNotice, 'id' | 'text'>> & { seconds?: number } = {},
  ): number {
    const { seconds = 6, tone = 'note', action } = options;
    const id = this.next++;
    this.list = [...this.list.filter((notice) => notice.text !== text), { id, tone, text, action }];
    if (tone !== 'error' && !action) setTimeout(() => this.close(id), seconds * 1000);
    return id;
  }

  clear(): void {
    this.list = [];
  }

  close(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}

export const notices = new Notices();
