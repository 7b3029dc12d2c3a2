// A new user's way by keyboard alone: from an empty computer over first steps and a candidate to a saved roll; the head's
// approval, the lock, a copy brought back after damage, and a computer without a keyring.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { hasFocus, press, tabTo, type } from './keyboard.mjs';
import { pictures, Room } from './room.mjs';

const room = await Room.open();
after(() => room.close());
let page;
/** What is typed into the next dialog of the platform that asks for a file. */
let asked = '';

before(async () => {
  page = await room.page('/');
  page.on('dialog', (dialog) => dialog.accept(asked));
});
const heading = (name) => page.getByRole('heading', { level: 1, name }).waitFor();

test('a centre is begun by its code and its name, and the first page has the focus', async () => {
  await heading('First steps');
  await press(page, 'Begin a register');
  await page.keyboard.type('24505105');
  await page.getByText('County: West Pokot').waitFor();
  await type(page, 'Name of the centre', 'KABIRO SECONDARY');
  await page.keyboard.press('Enter');
  await heading('Home');
  await page.getByText('Nobody is on the roll yet').waitFor();
  assert.ok(await hasFocus(page));
});

test('a candidate is entered and stands on the first page with what is left', async () => {
  await page.keyboard.press('Alt+2');
  await page.getByText('No candidates yet').waitFor();
  await page.keyboard.press('Alt+n');
  await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
  for (const value of ['ACHIENG MARY', 'F', '2008', '1234567', 'C', 'KCPE', '10105001001', '2022', '1']) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('101 102 121 231 233 311 443 ');
  await page.keyboard.press('Control+Enter');
  await page
    .locator('[data-testid=saved]')
    .filter({ hasText: /^Saved/ })
    .waitFor();
  await page.keyboard.press('Alt+1');
  await page.getByRole('link', { name: 'There is no photograph.' }).waitFor();
  await press(page, '001 ACHIENG MARY');
  await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
  await page.keyboard.press('Alt+1');
  await heading('Home');
  await press(page, 'There is no photograph.');
  await page.getByText('Only those whom this concerns').waitFor();
});

test('the nominal roll is looked at page by page and saved, all by keyboard', async () => {
  await page.keyboard.press('Alt+5');
  await heading('Documents');
  await press(page, 'Nominal roll');
  const picture = page.getByRole('img', { name: 'Nominal roll, page 1' });
  await picture.waitFor();
  await page.waitForFunction(() => document.querySelector('main img')?.naturalWidth > 100);
  await tabTo(page, 'Nominal roll: PageUp');
  await page.keyboard.press('+');
  await page.getByText('100 %').or(page.getByText('125 %')).first().waitFor();
  await page.keyboard.press('End');
  await page.screenshot({ path: join(pictures, 'papers-roll.png') });
  asked = join(room.folder, 'roll.pdf');
  await page.keyboard.press('Shift+Tab');
  for (let step = 0; step < 3 && !existsSync(asked); step += 1) {
    if ((await page.evaluate(() => document.activeElement?.textContent ?? '')).includes('Save as')) break;
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByText(`Saved: ${asked}`).waitFor();
  assert.equal(readFileSync(asked).subarray(0, 5).toString(), '%PDF-');
});

test('the head sets a password the first time, and approves by it what has no errors', async () => {
  const [one] = (await room.call('candidates.list')).rows;
  await room.call('candidates.withdraw', { id: one.id, reason: 'moved away' });
  await page.keyboard.press('Alt+6');
  await heading('Approval');
  await type(page, 'Name', 'Mwalimu Achieng');
  await page.keyboard.press('Tab');
  await page.keyboard.type('kalamu nyekundu');
  await page.keyboard.press('Tab');
  await page.keyboard.type('kalamu nyekundu');
  await page.keyboard.press('Enter');
  await page.getByText('Write this code down now').waitFor();
  await press(page, 'I have written it down');
  await type(page, 'Password of Mwalimu Achieng', 'kalamu nyeusi');
  await page.keyboard.press('Enter');
  await page.getByText('That is not the right password').waitFor();
  await page.keyboard.type('kalamu nyekundu');
  await page.keyboard.press('Enter');
  await page.getByText('Approved by Mwalimu Achieng').waitFor();
  assert.ok(await hasFocus(page));
  assert.equal((await room.call('papers.list')).draft, false);
});

test('the window locks, shows nothing of the register, and opens by a password', async () => {
  await page.keyboard.press('Alt+9');
  await heading('Settings');
  await page.getByRole('tab', { name: 'People' }).focus();
  await page.keyboard.press('Enter');
  await press(page, 'Lock now');
  await heading('Locked');
  assert.equal(await page.getByText('KABIRO').count(), 0);
  await page.getByLabel('Who are you?').selectOption('Mwalimu Achieng');
  await type(page, 'Password', 'kalamu nyekundu');
  await page.screenshot({ path: join(pictures, 'papers-locked.png') });
  await page.keyboard.press('Enter');
  await heading('Settings');
  await page.getByText('KABIRO SECONDARY').first().waitFor();
  assert.equal((await room.call('state')).actor, 'Mwalimu Achieng');
});

test('F1 opens the manual beside the work, and it is searched by words and by number', async () => {
  await page.keyboard.press('F1');
  await page.getByRole('dialog').getByLabel('Search the manual').waitFor();
  await tabTo(page, 'Search the manual');
  await page.keyboard.type('2.8.2');
  await page
    .getByRole('dialog')
    .getByRole('heading', { name: /2\.8\.2/ })
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.ok(await hasFocus(page));
});

test('a damaged register is told, and the copy of today brings it back', async () => {
  const register = '24505105-2026';
  await room.call('registers.close');
  await room.call('registers.open', { name: register });
  await room.call('registers.close');
  const file = join(room.folder, 'data', `${register}.daftari`);
  const bytes = readFileSync(file);
  bytes.fill(0, 100, bytes.length / 2);
  writeFileSync(file, bytes);
  await page.goto(`${room.base}/#/`);
  await page.reload();
  await heading('First steps');
  await press(page, '24505105');
  await page.getByRole('button', { name: 'Bring back a copy…' }).waitFor();
  await press(page, 'Bring back a copy…');
  await page.getByRole('dialog').getByText('As it was on').waitFor();
  await press(page, 'Bring it back');
  await heading('Home');
  assert.equal((await room.call('state')).centre.code, '24505105');
});

test('nothing went wrong in the page meanwhile', () => assert.deepEqual(room.errors, []));

test('a computer without a keyring asks for a passphrase, and for the same after a restart', async () => {
  const other = await Room.open({ passphrase: '' });
  try {
    const first = await other.page('/');
    // A machine with a keyring needs no passphrase; choosing one is then tried by the command.
    if ((await other.call('registers.secrets')).state === 'ready') {
      await other.call('registers.choose_passphrase', { passphrase: 'mti mkavu hauliwi' });
    } else {
      await first.getByText('This computer has no keyring').waitFor();
      await first.keyboard.type('mti mkavu hauliwi');
      await type(first, 'The passphrase once more', 'mti mkavu hauliwi');
      await first.keyboard.press('Enter');
      await first.getByRole('button', { name: 'Practise' }).waitFor();
    }
    await other.kill();
    await other.start();
    const later = await other.page('/');
    await later.getByText('encrypted under a passphrase').waitFor();
    await later.keyboard.type('another one');
    await later.keyboard.press('Enter');
    await later.getByText('That is not the passphrase.').waitFor();
    await later.keyboard.type('mti mkavu hauliwi');
    await later.keyboard.press('Enter');
    await later.getByRole('button', { name: 'Practise' }).waitFor();
    assert.deepEqual(other.errors, []);
  } finally {
    await other.close();
  }
});
