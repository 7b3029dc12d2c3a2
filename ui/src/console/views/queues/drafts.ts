// What somebody was about to decide of cases that they left open: kept while the page is, and nowhere else.
export interface Draft {
  decision: string;
  reason: string;
}

const kept = new Map<string, Draft>();

export const drafts = {
  of: (id: string): Draft => kept.get(id) ?? { decision: '', reason: '' },
  keep: (id: string, draft: Draft) => void kept.set(id, draft),
  drop: (id: string) => void kept.delete(id),
};
