import { afterEach, expect, test, vi } from 'vitest';
import { prove, setUp, usable } from './passkey';

const sent: { path: string; body: Record<string, unknown> }[] = [];
const buffer = (...bytes: number[]) => new Uint8Array(bytes).buffer;

/** A server that asks, and a browser that answers so. */
function scene(options: object, given: unknown) {
  sent.length = 0;
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    const path = address.split('/api/')[1] ?? '';
    sent.push({ path, body: JSON.parse(String(init.body)) as Record<string, unknown> });
    const asks = path.endsWith('challenge') || path.endsWith('begin');
    const answer = asks ? { options, state: 'sealed' } : { stage: 'full' };
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
  const answers = vi.fn(() => (given ? Promise.resolve(given) : Promise.reject(new Error('sent away'))));
  vi.stubGlobal('navigator', { credentials: { get: answers, create: answers } });
  return answers;
}
afterEach(() => vi.unstubAllGlobals());

test('what the server asks comes to the browser as bytes, and the answer goes back as base64url', async () => {
  const answers = scene(
    { challenge: '-_8', rpId: 'localhost', allowCredentials: [{ type: 'public-key', id: 'AQI' }] },
    {
      id: 'AQI',
      authenticatorAttachment: 'platform',
      response: {
        authenticatorData: buffer(251, 255),
        clientDataJSON: buffer(1),
        signature: buffer(2),
        userHandle: null,
      },
    },
  );
  expect(await prove()).toEqual({ stage: 'full' });
  const asked = (answers.mock.calls as unknown[][])[0]![0] as CredentialRequestOptions;
  expect([...new Uint8Array(asked.publicKey!.challenge as ArrayBuffer)]).toEqual([251, 255]);
  expect(asked.publicKey!.userVerification).toBe('required');
  expect(sent[1]).toMatchObject({
    path: 'passkey',
    body: { state: 'sealed', credential: { id: 'AQI', authenticatorData: '-_8', userHandle: null } },
  });
});

test('a passkey is made under a name, with the password of whoever is signed in', async () => {
  scene(
    { challenge: 'AA', rp: { id: 'localhost' }, user: { id: 'AA', name: 'amina' }, pubKeyCredParams: [] },
    { response: { attestationObject: buffer(1), clientDataJSON: buffer(2) }, authenticatorAttachment: null },
  );
  await setUp('Office laptop', 'three words apart');
  expect(sent[0]).toEqual({ path: 'factors/passkey/begin', body: { password: 'three words apart' } });
  expect(sent[1]!.body).toMatchObject({ label: 'Office laptop', state: 'sealed' });
});

test('whoever sends the question away is told so, and nothing more is sent', async () => {
  scene({ challenge: 'AA', allowCredentials: [] }, undefined);
  await expect(prove()).rejects.toMatchObject({ code: 'passkey.stopped' });
  expect(sent.map(({ path }) => path)).toEqual(['passkey/challenge']);
});

test('passkeys are offered only where the server is known to be, in a browser that has them', () => {
  vi.stubGlobal('PublicKeyCredential', class {});
  vi.stubGlobal('navigator', { credentials: {} });
  expect([usable(location.hostname), usable('console.example'), usable(null)]).toEqual([true, false, false]);
});
