// Passkeys: the server's question put to the browser, and the browser's answer as the server takes it. Owns how bytes are
// written between the two (base64url); decides nothing, and sees no secret: that never leaves the person's device.
import { Refusal } from './ask';
import { send, type Answer, type Sent } from './contract';

type SessionView = Answer<'passkey', 'post'>;

/** Whether the page is where the server's passkeys are of, in a browser that knows them. */
export function usable(host: string | null | undefined): boolean {
  return (
    host === location.hostname && 'credentials' in navigator && typeof PublicKeyCredential === 'function'
  );
}

const bytes = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const text = (buffer: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const known = (all: PublicKeyCredentialDescriptorJSON[] = []) =>
  all.map(({ id, transports }) => ({
    type: 'public-key' as const,
    id: bytes(id),
    ...(transports?.length && { transports: transports as AuthenticatorTransport[] }),
  }));

/** Whoever sends the browser's own question away is told so like of any refusal. */
async function asked(question: Promise<Credential | null>): Promise<PublicKeyCredential> {
  const given = await question.catch(() => null);
  if (!given) throw new Refusal(0, { code: 'passkey.stopped' });
  return given as PublicKeyCredential;
}

/** Signs in, or unlocks, with one of the passkeys that were set up. */
export async function prove(): Promise<SessionView> {
  const { options, state } = await send('passkey/challenge', {});
  const asks = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const given = await asked(
    navigator.credentials.get({
      publicKey: {
        challenge: bytes(asks.challenge),
        rpId: asks.rpId,
        timeout: asks.timeout,
        userVerification: 'required',
        allowCredentials: known(asks.allowCredentials),
      },
    }),
  );
  const answer = given.response as AuthenticatorAssertionResponse;
  const credential: Sent<'passkey'>['credential'] = {
    id: given.id,
    type: 'public-key',
    authenticatorAttachment: attachment(given),
    authenticatorData: text(answer.authenticatorData),
    clientDataJSON: text(answer.clientDataJSON),
    signature: text(answer.signature),
    userHandle: answer.userHandle && text(answer.userHandle),
    clientExtensionResults: {},
  };
  return send('passkey', { state, credential });
}

/** Makes a passkey and sets it up under a name. The password is asked of whoever is signed in already. */
export async function setUp(label: string, password?: string): Promise<SessionView> {
  const { options, state } = await send('factors/passkey/begin', password === undefined ? {} : { password });
  const asks = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const given = await asked(
    navigator.credentials.create({
      publicKey: {
        rp: asks.rp,
        user: { ...asks.user, id: bytes(asks.user.id) },
        challenge: bytes(asks.challenge),
        pubKeyCredParams: asks.pubKeyCredParams,
        timeout: asks.timeout,
        attestation: 'none',
        excludeCredentials: known(asks.excludeCredentials),
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
      },
    }),
  );
  const answer = given.response as AuthenticatorAttestationResponse;
  const credential: Sent<'factors/passkey/finish'>['credential'] = {
    type: 'public-key',
    authenticatorAttachment: attachment(given),
    attestationObject: text(answer.attestationObject),
    clientDataJSON: text(answer.clientDataJSON),
    transports: [],
    clientExtensionResults: {},
  };
  return send('factors/passkey/finish', { state, label, credential });
}

function attachment(given: PublicKeyCredential): 'platform' | 'cross-platform' | null {
  return given.authenticatorAttachment as 'platform' | 'cross-platform' | null;
}
