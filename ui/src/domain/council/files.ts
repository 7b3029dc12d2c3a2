// Files to and from the council's server: sent as they are, or asked for by a body. Decides nothing of what is in them.
import { address, Refusal, refused } from './ask';

/** Sends a file; `onsent` hears which share of it has gone. */
export function sendFile<Answer>(
  path: string,
  file: Blob,
  onsent: (share: number) => void,
  signal: AbortSignal,
): Promise<Answer> {
  // Only this kind of request tells how much of a body has gone.
  const request = new XMLHttpRequest();
  request.open('POST', address(path));
  request.setRequestHeader('x-daftari-console', '1');
  request.upload.onprogress = ({ loaded, total }) => onsent(total > 0 ? loaded / total : 0);
  signal.addEventListener('abort', () => request.abort());
  return new Promise((resolve, reject) => {
    request.onabort = () => reject(new Refusal(0, { code: 'stopped' }));
    request.onerror = () => reject(new Refusal(0, { code: 'unreachable' }));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status !== 200) return reject(refused(request.status, body));
      resolve(body as Answer);
    };
    request.send(file);
  });
}

/** Asks for a file: its name and its bytes. */
export async function takeFile(path: string, body: unknown): Promise<{ name: string; file: Blob }> {
  const headers = { 'content-type': 'application/json', 'x-daftari-console': '1' };
  const asked = { method: 'POST', headers, body: JSON.stringify(body), credentials: 'same-origin' } as const;
  const answer = await fetch(address(path), asked).catch(() => undefined);
  if (!answer) throw new Refusal(0, { code: 'unreachable' });
  if (!answer.ok) throw refused(answer.status, parsed(await answer.text()));
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  return { name: name ?? 'daftari', file: await answer.blob() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
