// What the server says unasked: which lists are no longer new. One stream for the page; each part listens for its own. What
// was said while the line was down is not known, so that everybody asks again once it is back.
import { address } from './ask';

interface Ear {
  about: string;
  heard: () => void;
}

/** Milliseconds until a stream that was refused is asked for again; a broken one the browser takes up by itself. */
const AGAIN = 10_000;

const ears = new Set<Ear>();
let source: EventSource | undefined;
let later: ReturnType<typeof setTimeout> | undefined;
let wasOpen = false;

/** Calls `heard` when something of what begins with `about` changed, until the returned function is called. */
export function onChanged(about: string, heard: () => void): () => void {
  const ear = { about, heard };
  ears.add(ear);
  source ??= listen();
  return () => {
    ears.delete(ear);
    if (ears.size === 0) close();
  };
}

function close() {
  clearTimeout(later);
  source?.close();
  source = undefined;
  wasOpen = false;
}

/** Who may not see all centres is told of some that changed, and not which. */
const concerns = ({ about }: Ear, changed: string) =>
  changed.startsWith(about) || (changed === 'centres' && about.startsWith('centre:'));

function listen(): EventSource {
  const stream = new EventSource(address('events'));
  stream.addEventListener('changed', ({ data }) => {
    const { what } = JSON.parse(String(data)) as { what: string[] };
    for (const ear of ears) if (what.some((changed) => concerns(ear, changed))) ear.heard();
  });
  stream.addEventListener('open', () => {
    if (wasOpen) for (const ear of ears) ear.heard();
    wasOpen = true;
  });
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) later = setTimeout(() => (source = listen()), AGAIN);
  });
  return stream;
}
