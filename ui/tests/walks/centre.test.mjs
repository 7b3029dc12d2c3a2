// The centre's own: details filled in by keyboard until documents have no blank, the subjects that it offers, a warning
// about it that stands; and the register brought back from a stick on another computer.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { hasFocus, press, tabTo } from './keyboard.mjs';
import { pictures, Room } from './room.mjs';

const room = await Room.open();
const other = await Room.twin();
after(() => Promise.all([room.close(), other.close()]));
const stick = join(room.folder, 'copy of the register');
let page;

before(async () => {
  await room.call('registers.create', {
    code: '24505105',
    name: 'KABIRO SECONDARY',
    type: 'school',
    year: 2026,
  });
  const values = { name: 'ACHIENG MARY', entry_code: '1', subjects: '101 102 121 231 233 311 443' };
  await room.call('candidates.enter', {
    values: Object.entries(values).map(([field, value]) => ({ field, value })),
  });
  page = await room.page('/home');
  page.on('dialog', (dialog) => dialog.accept(stick));
});
const details = async () => {
  const { fields } = await room.call('centre.details');
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
};
const isSaved = () =>
  page
    .locator('[data-testid=saved]')
    .filter({ hasText: /^Saved \d\d:\d\d/ })
    .waitFor();
const look = (name) => page.screenshot({ path: join(pictures, `centre-${name}.png`) });

test('the first page says what is blank on the documents and leads to where it is filled in', async () => {
  await page.getByText('Blank on the documents: Sub-county, Head of the centre.').waitFor();
  await press(page, 'Fill it in');
  await page.getByRole('tab', { name: 'The centre', selected: true }).waitFor();
  await page.getByRole('textbox', { name: 'Sub-county' }).waitFor();
  await look('blank');
});

test('details are typed one after the other with Enter, and each is saved as its field is left', async () => {
  await tabTo(page, 'Sub-county');
  await page.keyboard.type('Kapseret');
  await page.keyboard.press('Enter');
  await page.keyboard.type('A. N. OTHER');
  await page.keyboard.press('Enter');
  await page.keyboard.type('P.O. Box 1, Mlima Mawe');
  await page.keyboard.press('Tab');
  await isSaved();
  const { sub_county, head_teacher, address } = await details();
  assert.deepEqual(
    [sub_county, head_teacher, address],
    ['Kapseret', 'A. N. OTHER', 'P.O. Box 1, Mlima Mawe'],
  );
  assert.deepEqual((await room.call('papers.list')).blank, []);
});

test('F1 opens the paragraph behind the field that has the focus', async () => {
  await page.getByRole('textbox', { name: 'Clearance for pathway B' }).focus();
  await page.keyboard.press('F1');
  await page.getByRole('dialog').getByText('Candidates with impaired hearing').waitFor();
  await page.keyboard.press('Escape');
  assert.ok(await hasFocus(page));
});

test('the subjects that candidates enter are ticked at one press, and one is unticked by keyboard', async () => {
  await press(page, 'Tick those that are entered');
  await page.getByText('7 ticked').waitFor();
  await tabTo(page, '443');
  await page.keyboard.press('Space');
  await page.getByText('6 ticked').waitFor();
  await isSaved();
  assert.equal((await details()).offered, '101 102 121 231 233 311');
  const [row] = (await room.call('candidates.list')).rows;
  assert.ok(row.findings.some(({ rule }) => rule === 'subjects.not-offered'));
  await look('offered');
});

test('a warning about the centre stands with a reason, and is shown again', async () => {
  await page.getByRole('button', { name: 'Let it stand…' }).press('Enter');
  await page.getByRole('textbox', { name: 'Reason' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await page.keyboard.type('a new school');
  await page.keyboard.press('Enter');
  await page.getByText(/^a new school · /).waitFor();
  await page.waitForFunction(() => document.activeElement !== document.body);
  await page.getByRole('button', { name: 'Show it again' }).press('Enter');
  await page.getByRole('button', { name: 'Let it stand…' }).waitFor();
});

test('commands lead to errands by their names', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Type a part' }).waitFor();
  await page.keyboard.type('nominal');
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: 'Nominal roll, page 1' }).waitFor();
});

test('the details in Kiswahili and in the dark', async () => {
  await room.call('settings.change', {
    language: 'sw',
    theme: 'dark',
    text_size: 100,
    idle_minutes: 0,
    sync: 'off',
  });
  await page.goto(`${room.base}/#/settings/centre`);
  await page.getByRole('textbox', { name: 'Kaunti ndogo' }).waitFor();
  await look('sw-dark');
});

test('a backup is brought back on a computer that never had the register', async () => {
  await room.call('care.back_up', { path: stick, passphrase: 'nyumba ya udongo' });
  other.browser = room.browser;
  const first = await other.page('/');
  first.on('dialog', (dialog) => dialog.accept(stick));
  await press(first, 'I have a backup');
  await tabTo(first, 'Bring it back');
  await first.keyboard.press('Enter');
  await first.getByRole('group', { name: /must be put right/ }).waitFor();
  await press(first, 'Choose the file…');
  await first.getByText(stick).waitFor();
  await first.screenshot({ path: join(pictures, 'centre-backup.png') });
  await tabTo(first, 'Passphrase of the backup');
  await first.keyboard.type('nyumba ya udongo');
  await first.keyboard.press('Enter');
  await first.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  await first.getByText('KABIRO SECONDARY').first().waitFor();
  assert.equal((await other.call('candidates.list')).rows[0].fields.name, 'ACHIENG MARY');
  rmSync(stick);
});

test('nothing went wrong in any page meanwhile', () =>
  assert.deepEqual([...room.errors, ...other.errors], []));
