// The way into the console against the real server: a password, an authenticator set up and its code asked, a passkey made
// with Chromium's own virtual authenticator and used instead, the lock when nobody is there, and both ways to open it.
// Passkeys are bound to names: the walk goes to `localhost`, which the server for trying out takes for its own.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { look, Seat } from './console.mjs';
import { Council } from './council.mjs';
import { browse } from './room.mjs';

const NAME = 'amina.operator';
const council = await Council.open();
const address = `${council.url.replace('127.0.0.1', 'localhost')}/console/`;
const password = council.logins[NAME];
let browser;
let seat;
let page;
let secret;

before(async () => {
  browser = await browse();
  seat = await Seat.take(browser, address);
  page = seat.page;
  const cdp = await seat.context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
});
after(async () => {
  await seat?.close();
  await browser?.close();
  await council.close();
});

/** The six digits of an authenticator, so many steps from now (RFC 6238). */
function digits(steps) {
  const bits = [...secret].map((c) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      .map((byte) => parseInt(byte, 2)),
  );
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', key).update(count).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const button = (name) => page.getByRole('button', { name, exact: true });
const heading = (name) => page.getByRole('heading', { name, level: 1 }).waitFor();

async function giveName() {
  await page.getByLabel('Name').fill(NAME);
  await page.getByLabel('Password').fill(password);
  await button('Sign in').click();
}

async function leave() {
  await seat.post('logout', {});
  await page.goto(address);
  await heading('Sign in');
}

test('an authenticator is set up with the password, and its code is asked from then on', async () => {
  await look(seat, 'entry-sign-in');
  await giveName();
  await heading('Overview');
  await seat.go('/account', 'Your account');
  await button('Set up an authenticator').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByRole('img', { name: /QR code/ }).waitFor();
  secret = (await dialog.locator('code').innerText()).replaceAll(' ', '');
  await look(seat, 'entry-authenticator', ['light']);
  await dialog.getByRole('textbox', { name: 'Code' }).fill(digits(-1));
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await leave();
  await giveName();
  await heading('Second step');
  await look(seat, 'entry-second');
  await page.getByRole('textbox', { name: 'Code' }).fill('000000');
  await button('Go on').click();
  await page.getByRole('alert').getByText(/wrong/).waitFor();
  await page.getByRole('textbox', { name: 'Code' }).fill(digits(0));
  await button('Go on').click();
  await heading('Overview');
});

test('a passkey is made under a name, and signs in instead of the code', async () => {
  await seat.go('/account', 'Your account');
  await button('Add a passkey').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the passkey').fill('Office laptop');
  await dialog.getByLabel('Password').fill(password);
  await look(seat, 'entry-passkey-new', ['light']);
  await dialog.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByRole('rowheader', { name: 'Office laptop' }).waitFor();
  await look(seat, 'account-factors');
  await leave();
  await giveName();
  await heading('Second step');
  await look(seat, 'entry-second-passkey');
  await button('Use a passkey').click();
  await heading('Overview');
  assert.equal((await seat.get('sessions')).sessions.find(({ current }) => current).factor, 'passkey');
});

test('a session locks when nobody is there; the passkey opens it, and so does the password', async () => {
  await page.clock.install();
  await page.goto(address);
  await heading('Overview');
  await page.clock.fastForward('15:01');
  await heading('Locked');
  assert.equal((await seat.get('sessions')).code, 'session.locked');
  await look(seat, 'entry-locked');
  await button('Use a passkey').click();
  await heading('Overview');
  await seat.post('lock', {});
  await page.goto(address);
  await heading('Locked');
  await page.getByLabel('Password').fill(password);
  await button('Unlock').click();
  await heading('Overview');
});

test('a passkey is removed with the password, and is offered no more', async () => {
  await seat.go('/account', 'Your account');
  await button('Remove Office laptop').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('rowheader', { name: 'Office laptop' }).waitFor({ state: 'detached' });
  await leave();
  await giveName();
  await heading('Second step');
  assert.equal(await button('Use a passkey').count(), 0);
  assert.deepEqual(seat.errors, []);
});
