// A clerk enters candidates with the keyboard alone: what is typed is judged and saved, found, mended, undone, pasted, and
// is all there after the power has gone.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pictures, Room } from './room.mjs';

const room = await Room.open();
after(() => room.close());
before(() =>
  room.call('registers.create', { code: '24505105', name: 'KABIRO SECONDARY', type: 'school', year: 2026 }),
);

const subjects = '101 102 121 231 233 311 443';
const people = [
  ['ACHIENG MARY', 'F', '2008', '1234567', 'C', 'KCPE', '10105001001', '2022', '1', subjects],
  ['BARASA JOHN KIP', 'M', '2007', '2345678', 'C', 'KCPE', '10105001002', '2022', '1', subjects],
  ['CHEBET RUTH', 'F', '2008', '3456789', 'C', 'KCPE', '10105001003', '2022', '1', subjects],
];
const isSaved = (page) => page.locator('[data-testid=saved]').filter({ hasText: /^Saved \d\d:\d\d/ });
const list = async () => (await room.call('candidates.list')).rows;

/** Types an entry field by field, as a person does, and goes on to the next. */
async function key(page, values) {
  for (const value of values) {
    await page.keyboard.type(value);
    if (value === subjects) await page.keyboard.type(' ');
    else await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+Enter');
}

let page;

test('candidates are entered one after the other by keyboard alone', async () => {
  page = await room.page('/candidates');
  await page.getByText('No candidates yet').waitFor();
  await page.keyboard.press('Alt+n');
  await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
  for (const values of people) await key(page, values);
  await isSaved(page).waitFor();
  const rows = await list();
  assert.deepEqual(
    rows.map((row) => [row.index, row.fields.name, row.fields.subjects]),
    people.map((values, at) => [`2450510500${at + 1}`, values[0], subjects]),
  );
  assert.deepEqual(
    new Set(rows.flatMap((row) => row.findings.map(({ rule }) => rule))),
    new Set(['photo.missing']),
  );
});

test('what is wrong is said under its field while it is typed, and one press mends it', async () => {
  await page.keyboard.type('DAVID');
  await page.keyboard.press('Enter');
  await page.getByText('Only one name is given').or(page.locator('#entry-name-messages')).first().waitFor();
  const paragraph = page.locator('#entry-name-messages').getByRole('button', { name: /2\.3\.19/ });
  await paragraph.waitFor();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' O`CONNOR');
  await page.keyboard.press('Enter');
  await page
    .locator('#entry-name-messages')
    .getByRole('button', { name: /O'CONNOR/ })
    .click();
  await page.locator('#entry-name-messages').waitFor({ state: 'detached' });
  await isSaved(page).waitFor();
  assert.equal((await list()).at(-1).fields.name, "DAVID O'CONNOR");
});

test('undo says what it takes back, and redo does it again', async () => {
  await page.getByRole('button', { name: /^Undo: change of Name of DAVID O'CONNOR/ }).waitFor();
  await page.locator('#entry-gender').focus();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^Do again: change of Name/ }).waitFor();
  assert.equal((await list()).at(-1).fields.name, 'DAVID O`CONNOR');
  await page.keyboard.press('Control+y');
  await page.getByRole('button', { name: 'Nothing to do again' }).waitFor();
  assert.equal((await list()).at(-1).fields.name, "DAVID O'CONNOR");
});

test('a filter keeps the focus somewhere, and search finds by near spelling', async () => {
  await page.keyboard.press('F6');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('chebte');
  await page.getByText('1 of 4', { exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('rowheader', { name: '003' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role=grid]'));
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Escape');
  await page.getByText('4 of 4', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Warnings/ }).click();
  await page.waitForFunction(() => document.activeElement !== document.body);
  await page.getByRole('button', { name: /^Warnings/ }).click();
});

test('F8 goes to the next problem, in the grid and in the form', async () => {
  await page.getByRole('gridcell', { name: 'ACHIENG MARY', exact: true }).click();
  await page.keyboard.press('F8');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'gridcell');
  await page.keyboard.press('F6');
  await page.keyboard.press('F8');
  await page.waitForFunction(() => document.activeElement?.closest('[data-field]'));
  await page.keyboard.press('F6');
});

test('a block from a spreadsheet is seen before it is taken in, and one undo takes it back', async () => {
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      'Full name\tSex\tYear of birth\nWERE TOM\tMume\t2008\nMUTUA ANN\tMke\t#N/A',
    ),
  );
  await page.getByRole('gridcell', { name: 'ACHIENG MARY', exact: true }).click();
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog', { name: 'Paste 3 rows' });
  await dialog.getByText('1 new, 0 changed, 1 cannot be read.').waitFor();
  await page.screenshot({ path: join(pictures, 'candidates-paste.png') });
  await dialog.getByRole('button', { name: 'Take in 1 row' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('5 of 5', { exact: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role=grid]'));
  await page.keyboard.press('Control+z');
  await page.getByText('4 of 4', { exact: true }).waitFor();
});

test('a value is filled down over a block with Ctrl+D', async () => {
  await page.getByRole('gridcell', { name: 'ACHIENG MARY', exact: true }).click();
  await page.keyboard.press('Control+ArrowRight');
  for (let column = 0; column < 20; column += 1) {
    if ((await page.evaluate(() => document.activeElement?.textContent ?? '')) !== '') break;
    await page.keyboard.press('ArrowLeft');
  }
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await isSaved(page).waitFor();
});

test('the same is done to many with a preview, and one undo takes it back', async () => {
  await page.keyboard.press('Control+b');
  const dialog = page.getByRole('dialog', { name: 'Change 4 candidates' });
  await dialog.getByRole('combobox', { name: 'Field' }).selectOption({ label: 'Year of birth' });
  await dialog.getByRole('textbox', { name: 'Value' }).fill('2006');
  await dialog.getByRole('button', { name: 'Change 4 candidates' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  const born = async () => new Set((await list()).map(({ fields }) => fields.year_of_birth));
  assert.deepEqual(await born(), new Set(['2006']));
  await page.waitForFunction(() => document.activeElement !== document.body);
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^Do again/ }).waitFor();
  assert.ok((await born()).size > 1);
});

test('a set of subjects is kept under a name, and taken for another candidate', async () => {
  await page.getByRole('gridcell', { name: 'ACHIENG MARY', exact: true }).dblclick();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F6');
  await page.getByRole('button', { name: 'Subject sets' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Keep these subjects as a set' }).press('Enter');
  await page.getByRole('dialog').getByRole('textbox').fill('Form 4 East');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('Alt+n');
  await page.getByRole('button', { name: 'Subject sets' }).press('Enter');
  await page.getByRole('menuitem', { name: /^Form 4 East/ }).press('Enter');
  await page.getByText('5 of 5', { exact: true }).waitFor();
  assert.equal((await list()).at(-1).fields.subjects, subjects);
  await page.keyboard.press('F6');
});

test('all that was shown as saved is there after a power cut', async () => {
  const saved = await list();
  await page.close();
  await room.kill();
  await room.start();
  const [register] = await room.call('registers.list');
  await room.call('registers.open', { name: register.name });
  const again = await room.page('/candidates');
  await again.getByText(`${saved.length} of ${saved.length}`, { exact: true }).waitFor();
  assert.deepEqual(await list(), saved);
  await again.getByRole('button', { name: /^Undo: / }).waitFor();
  assert.deepEqual(room.errors, []);
});
