// A head of centre and the sub-county's office: enrolling, syncing, a receipt, a conflict decided, the stick, and a
// council that is not there.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Council } from './council.mjs';
import { pictures, Room } from './room.mjs';

const council = await Council.open();
const [head, office] = [await Room.open(), await Room.open()];
after(() => Promise.all([head.close(), office.close(), council.close()]));

const CENTRE = { code: '24505105', name: 'KABIRO SECONDARY', type: 'school', year: 2026 };
const settings = { language: 'en', theme: 'system', text_size: 100, idle_minutes: 10 };

/** Enters, or changes, a candidate by a spreadsheet. */
async function write(room, year) {
  const path = join(room.folder, 'rows.csv');
  writeFileSync(
    path,
    `centre,candidate_no,name,year_of_birth,entry_code\n24505105,001,AKINYI JANE,${year},1\n`,
  );
  await room.call('centres.import', { task: 'import', path, sheet: null, errors: null, make: [] });
}
async function enrol(page, code) {
  await page.getByLabel('KNEC’s address').fill(council.url);
  await page.getByLabel('Code', { exact: false }).first().fill(code);
  await page.getByLabel('Name of this computer').fill('Office laptop');
  await page.getByRole('button', { name: 'Enrol' }).click();
  await page.getByRole('tab', { name: 'Now' }).waitFor();
}
const sync = async (page) => {
  await page.getByRole('button', { name: 'Sync now' }).click();
  await page.getByText('Everything is in step with KNEC.').waitFor();
};
const look = async (page, name) => {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: join(pictures, `sync-${name}-${scheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
};

before(async () => {
  for (const room of [head, office]) {
    await room.call('registers.create', CENTRE);
    await room.call('settings.change', { ...settings, sync: 'off' });
  }
});

let page;
let other;

test('a computer is made known by its code, and what was entered goes to KNEC', async () => {
  await write(head, 2007);
  page = await head.page('/sync');
  await page.getByText('Make this computer known to KNEC').waitFor();
  await look(page, 'enrol');
  await enrol(page, council.codes.head);
  await page.getByText(/This will use about/).waitFor();
  await look(page, 'now');
  await sync(page);
  await page.getByText('each covered by KNEC’s signed receipt').waitFor();
  await page.getByRole('link', { name: 'All at KNEC' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), 'Sync now');
  await look(page, 'done');
});

test('a receipt opens as a sheet with letters and a code', async () => {
  await page.getByRole('tab', { name: 'Receipts' }).click();
  await page
    .getByRole('button', { name: /Show the receipt/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('img').waitFor();
  await look(page, 'receipt');
  const file = join(head.folder, 'receipt.pdf');
  page.once('dialog', (dialog) => dialog.accept(file));
  await page.getByRole('dialog').getByRole('button', { name: 'Save as…' }).press('Enter');
  await page.getByText(`Saved: ${file}`).waitFor();
  assert.ok(readFileSync(file).subarray(0, 5).equals(Buffer.from('%PDF-')));
  await page.keyboard.press('Escape');
});

test('what two wrote apart is decided side by side, and the other learns it', async () => {
  other = await office.page('/sync');
  await enrol(other, council.codes.scde);
  await sync(other);
  await write(head, 2008);
  await write(office, 2009);
  await page.getByRole('tab', { name: 'Now' }).click();
  await sync(page);
  await sync(other);
  await other.getByRole('tab', { name: /To decide/ }).click();
  await other.getByRole('radio', { name: '2009' }).check();
  await other.getByRole('textbox', { name: /Why/ }).fill('as on the certificate');
  await look(other, 'conflict');
  await other.getByRole('button', { name: 'Decide' }).click();
  await other.getByText('Nothing to decide').waitFor();
  await other.getByRole('tab', { name: 'Now' }).click();
  await sync(other);
  await sync(page);
  const { conflicts } = await head.call('conflicts.list');
  assert.deepEqual(conflicts, []);
});

test('a bundle goes out and its reply comes in', async () => {
  await write(head, 2006);
  const file = join(head.folder, 'stick.daftari-bundle');
  const answers = [file, file, `${file}.reply`];
  page.on('dialog', (dialog) => void dialog.accept(answers.shift()));
  await page.getByRole('tab', { name: 'USB stick' }).click();
  await page.getByRole('button', { name: 'Pack onto a stick' }).click();
  await page.getByText(/^Packed: 1 change/).waitFor();
  await page.getByRole('button', { name: 'Send a bundle' }).click();
  await page.getByText(/KNEC’s reply lies beside it/).waitFor();
  await page.getByRole('button', { name: 'Take in a reply' }).click();
  await page.getByText(/1 change is confirmed by KNEC/).waitFor();
  await look(page, 'stick');
});

test('the office sees its centres and notes a paper', async () => {
  const extra = { code: '24505106', name: 'KABIRO PRIVATE', type: 'private', year: 2026 };
  await office.call('registers.create', extra);
  await other.goto(`${office.base}/#/office`);
  await other.getByRole('row', { name: /24505106/ }).waitFor();
  await look(other, 'office');
  await other.getByRole('button', { name: 'Papers of KABIRO SECONDARY' }).click();
  await other.getByRole('button', { name: 'Declaration: came in today' }).click();
  await other.getByRole('button', { name: 'Declaration: not in after all' }).waitFor();
  await look(other, 'papers');
  await other.keyboard.press('Escape');
  await other.getByRole('button', { name: 'Sync all' }).click();
  await other.getByText('2 registers are in step with KNEC.').waitFor();
});

test('without a network nothing is red and nothing is lost', async () => {
  await council.close();
  await write(head, 2005);
  await page.getByRole('tab', { name: 'Now' }).click();
  await page.getByRole('button', { name: 'Sync now' }).click();
  await page.getByText('There is no network to KNEC just now.').waitFor({ timeout: 30_000 });
  assert.equal(await page.getByRole('alert').filter({ hasText: /./ }).count(), 0);
  await page.getByRole('link', { name: 'Offline, 1 to send' }).waitFor();
  await head.call('settings.change', { ...settings, language: 'sw', sync: 'off' });
  await page.getByText('Kwenye kompyuta hii tu').waitFor();
  await look(page, 'offline-sw');
  const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `the page scrolls sideways by ${wide}`);
  assert.deepEqual([...head.errors, ...office.errors], []);
});
