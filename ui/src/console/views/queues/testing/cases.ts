// Made-up cases for tests, and a stream of news that a test speaks into.
import type { Case } from '$domain/council/queues';
import type { Pair } from '../evidence';

type PairReason = Pair['reasons'][number];

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

const certificate: PairReason = { code: 'same', field: 'birth_certificate_no', bits: 14, text: '' };
const names: PairReason = {
  code: 'names-agree',
  field: 'name',
  bits: 9,
  text: '',
  names: { same: 3, sounds: 0, near: 0, stem: 0, initial: 0, unlike: 0, left_out: 0, reordered: true },
};

/** Two entries of perhaps one person, that nobody has in hand. */
export function caseOfTwo(id: string): Case {
  return {
    id,
    queue: 'duplicate',
    kind: 'centres',
    score: 0.97,
    reasons: [certificate, names],
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
          otherwise: 'namesakes',
          reasons: [certificate, names],
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
