// Made-up cases for tests, and a stream of news that a test speaks into.
import type { Case } from '$domain/council/queues';

export const minutes = (count: number) => count * 60_000;

const values = (name: string) => ({
  name,
  gender: 'F',
  year_of_birth: '2008',
  birth_certificate_no: '482915337',
});
const member = (centre: string, candidate: string, name: string) => ({
  register: `${centre}-2026`,
  candidate,
  centre_name: `SCHOOL ${centre}`,
  values: values(name),
  photograph: false,
  history: [],
  findings: [],
});

/** Two entries of perhaps one person, that nobody has in hand. */
export function caseOfTwo(id: string): Case {
  return {
    id,
    queue: 'duplicate',
    kind: 'centres',
    score: 0.97,
    reasons: ['birth certificate: same', 'names: 3 the same, in another order'],
    state: 'open',
    etag: '1-4-5',
    at: Date.now() - minutes(90),
    centres: ['24505105', '31101007'],
    claimed_by: '',
    claimed_until: 0,
    decision: null,
    decided_by: '',
    decided_at: 0,
    members: [
      member('24505105', 'aa', 'WANJIKU MARY ACHIENG'),
      member('31101007', 'bb', 'ACHIENG MARY WANJIKU'),
    ],
    evidence: {
      pairs: [
        {
          ids: ['aa', 'bb'],
          score: 970,
          otherwise: 'Namesakes',
          reasons: [
            { field: 'birth_certificate_no', code: 'same', bits: 14, text: 'birth certificate: same' },
            { field: 'name', code: 'agree, 8-10', bits: 9, text: 'names: 3 the same, in another order' },
          ],
        },
      ],
    },
    differs: ['name'],
    decisions: ['same:0', 'same:1', 'different', 'ask'],
    undoable: false,
    history: [],
  };
}

const streams = new Set<EventTarget>();

/** In the place of EventSource. */
export class Streams extends EventTarget {
  constructor() {
    super();
    streams.add(this);
  }
  close(): void {
    streams.delete(this);
  }
}

/** The server says that something changed. */
export function heard(...what: string[]): void {
  const data = JSON.stringify({ version: 1, what });
  for (const stream of streams) stream.dispatchEvent(new MessageEvent('changed', { data }));
}
