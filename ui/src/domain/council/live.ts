// What the server says unasked: which lists are no longer new. One stream for the page; each part listens for its own.
import { address } from './ask';

type Heard = (what: string[]) => void;
const ears = new Set<Heard>();
let source: EventSource | undefined;

/** Calls `heard` when something of what begins with `about` changed, until the returned function is called. */
export function onChanged(about: string, heard: () => void): () => void {
  const ear: Heard = (what) => {
    if (what.some((changed) => changed.startsWith(about))) heard();
  };
  ears.add(ear);
  source ??= listen();
  return () => {
    ears.delete(ear);
    if (ears.size > 0) return;
    source?.close();
    source = undefined;
  };
}

function listen(): EventSource {
  const stream = new EventSource(address('events'));
  stream.addEventListener('changed', ({ data }) => {
    const { what } = JSON.parse(String(data)) as { what: string[] };
    for (const ear of ears) ear(what);
  });
  return stream;
}
