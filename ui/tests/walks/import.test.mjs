// The sub-county's workbook goes into a private centre's register: sheet, columns, values, rows mended, good rows in, bad
// rows out into a workbook that imports again.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pictures, Room } from './room.mjs';

const room = await Room.open();
after(() => room.close());
before(() =>
  room.call('registers.create', { code: '24901001', name: 'KAPSOYA', type: 'private', year: 2026 }),
);

const workbook = join(import.meta.dirname, '../../../fixtures/scde/private-candidates.xlsx');
const bomb = join(import.meta.dirname, '../../../fixtures/hostile/repeated-rows.ods');
const left = join(room.folder, 'left.xlsx');
const list = async () => (await room.call('candidates.list')).rows;
let page;
let answer = '';

async function choose(path) {
  answer = path;
  await page.getByRole('button', { name: 'Choose a spreadsheet…' }).press('Enter');
}
/** A new step takes the focus to its heading; a key pressed before that goes elsewhere. */
async function next() {
  await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
  await page.getByRole('button', { name: 'Next' }).press('Enter');
}

test('a workbook that is a bomb is refused with the way on', async () => {
  page = await room.page('/import');
  page.on('dialog', (dialog) => dialog.accept(answer));
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
  await page.screenshot({ path: join(pictures, 'import-choose.png') });
  await choose(bomb);
  await page
    .getByRole('alert')
    .getByText(/unfolds to far more than any list/)
    .waitFor();
  await page.screenshot({ path: join(pictures, 'import-bomb.png') });
});

test('the columns of the sub-county’s workbook are recognised', async () => {
  await choose(workbook);
  await page.getByRole('heading', { name: 'What each column holds' }).waitFor();
  await page.screenshot({ path: join(pictures, 'import-columns.png') });
  await next();
});

test('every row is shown with what becomes of it, and a cell is mended before anything is taken in', async () => {
  const values = page.getByRole('heading', { name: 'What the values mean' });
  const rows = page.getByRole('grid');
  await values.or(rows).first().waitFor();
  if (await values.isVisible()) {
    await page.screenshot({ path: join(pictures, 'import-values.png') });
    await next();
  }
  await rows.waitFor();
  await page
    .getByText(/with errors/)
    .first()
    .waitFor();
  await page.screenshot({ path: join(pictures, 'import-rows.png') });
  assert.equal((await list()).length, 0);
  await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: await label(/^Errors only/) });
  await page.keyboard.press('F8');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'gridcell');
  await page.screenshot({ path: join(pictures, 'import-errors.png') });
});

async function label(pattern) {
  const labels = await page.getByRole('combobox', { name: 'Show' }).locator('option').allTextContents();
  return labels.find((text) => pattern.test(text.trim()))?.trim();
}

test('good rows go in, bad rows stay out, and one undo takes it all back', async () => {
  await page.getByRole('button', { name: 'Take in…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Take candidates into the register' });
  await page.screenshot({ path: join(pictures, 'import-apply.png') });
  await dialog.getByRole('button', { name: /^Take in \d+ rows/ }).press('Enter');
  await page.getByRole('heading', { name: 'Taken in' }).waitFor();
  const taken = (await list()).length;
  assert.ok(taken > 10);
  await page.getByText(/stayed out/).waitFor();
  answer = left;
  await page.getByRole('button', { name: 'Save the error workbook…' }).press('Enter');
  await page.getByText(`Saved as ${left}`).waitFor();
  assert.ok(existsSync(left));
  await page.screenshot({ path: join(pictures, 'import-done.png') });
  await page.getByRole('button', { name: 'Take it all back' }).press('Enter');
  await page.getByText('The import is taken back.').waitFor();
  assert.equal((await list()).length, 0);
});

test('the error workbook imports again', async () => {
  await choose(left);
  await page.getByRole('heading', { name: 'What each column holds' }).waitFor();
  await next();
  const rows = page.getByRole('grid');
  const values = page.getByRole('heading', { name: 'What the values mean' });
  await values.or(rows).first().waitFor();
  if (await values.isVisible()) await next();
  await rows.waitFor();
});

test('values that nobody knows are asked for, and a cell typed anew is judged anew', async () => {
  await page.getByRole('button', { name: 'Choose', exact: true }).click();
  const path = join(room.folder, 'list.csv');
  writeFileSync(
    path,
    'Name,Sex,Year of birth,Code,Masomo\nAKINYI JANE,Dame,2007,1,ENG Xyz\nOTIENO JOHN,Mume,#N/A,1,CRE\n',
  );
  await choose(path);
  await page.getByRole('heading', { name: 'What each column holds' }).waitFor();
  await next();
  await page.getByText('2 values are not known.').waitFor();
  await page.getByRole('combobox', { name: 'What Dame means' }).selectOption({ label: 'F · Female' });
  await page.getByRole('combobox', { name: 'What Xyz means' }).selectOption({ label: '121 Mathematics A' });
  await page.screenshot({ path: join(pictures, 'import-unknown-values.png') });
  await next();
  await page.getByRole('gridcell', { name: '101 121' }).waitFor();
  await page.getByRole('gridcell', { name: /#N\/A/ }).click();
  await page.getByText(/shows the error #N\/A in place of a value/).waitFor();
  await page.keyboard.type('2008');
  await page.keyboard.press('Enter');
  await page.getByText(/Unreadable/).waitFor({ state: 'detached' });
  assert.deepEqual(room.errors, []);
});

test('the rows in Kiswahili and in the dark', async () => {
  await page.getByRole('button', { name: 'Badilisha lugha iwe Kiswahili' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('heading', { name: 'Safu 2' }).waitFor();
  await page.screenshot({ path: join(pictures, 'import-rows-sw-dark.png') });
});
