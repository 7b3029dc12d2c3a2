// Photographs of a folder find their candidates; a person says whose the others are, frames one by keyboard, attaches all
// at once, and puts two right on the contact sheet.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pictures, Room } from './room.mjs';

// A camera that shows a drawn picture, and is granted without a question.
const flags = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const room = await Room.open({ flags });
after(() => room.close());

const drawn = join(import.meta.dirname, '../../../fixtures/school/photos');
const folder = join(room.folder, 'card');
const portraits = ['003', '008', '013', '018'].map((name) => join(drawn, `${name}.jpeg`));

before(async () => {
  await room.call('registers.create', {
    code: '24505105',
    name: 'KABIRO SECONDARY',
    type: 'school',
    year: 2026,
  });
  for (const [name, admission] of [
    ['ACHIENG MARY', '4521'],
    ['BARASA JOHN KIP', '4522'],
    ['CHEBET RUTH', '4523'],
    ['DIDA ALI', '4524'],
  ]) {
    const values = { name, admission_no: admission, entry_code: '1' };
    await room.call('candidates.enter', {
      values: Object.entries(values).map(([field, value]) => ({ field, value })),
    });
  }
  mkdirSync(folder);
  for (const [at, name] of ['24505105001.jpg', 'ADM 4522.jpg', '003 CHEBET.jpg', 'sunset.jpg'].entries()) {
    copyFileSync(portraits[at], join(folder, name));
  }
  const whole = readFileSync(portraits[0]);
  writeFileSync(join(folder, '004.jpg'), whole.subarray(0, whole.length / 2));
  writeFileSync(join(folder, 'IMG_9.heic'), Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'));
});

/** An open dialog takes the focus; a key pressed before that goes elsewhere. */
const inside = (dialog) =>
  dialog.evaluate(
    (node) =>
      new Promise((done) => {
        const look = () => (node.contains(document.activeElement) ? done() : requestAnimationFrame(look));
        look();
      }),
  );
const people = () => room.call('photographs.sheet');
const photographed = async () =>
  (await people()).filter((person) => person.photograph).map(({ number }) => number);
let page;

test('a folder is matched with the reason for each, and what cannot be used is told while the others go on', async () => {
  page = await room.page('/photographs');
  page.on('dialog', (dialog) => dialog.accept(folder));
  await page.getByRole('button', { name: 'Choose a folder…' }).press('Enter');
  await page.getByRole('heading', { name: '3 that found their candidates' }).waitFor();
  for (const reason of ['By the index number', 'By the admission number', 'By the candidate number']) {
    await page.getByText(reason, { exact: true }).waitFor();
  }
  const unusable = page.getByRole('region', { name: '2 that cannot be used' });
  await unusable.getByText('The picture is cut short').waitFor();
  await unusable.getByText('Pictures of the kind HEIC cannot be read here').waitFor();
  await page.screenshot({ path: join(pictures, 'photographs-folder.png'), fullPage: true });
  assert.deepEqual(await photographed(), []);
});

test('a file of nobody is given to somebody by name', async () => {
  const whose = page.getByRole('combobox', { name: 'Whose is sunset.jpg' });
  await whose.focus();
  await page.keyboard.type('dida');
  await page.getByRole('option', { name: /DIDA ALI/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '4 that found their candidates' }).waitFor();
  await page.waitForFunction(() => document.activeElement !== document.body);
});

test('a picture is turned and cut by keyboard, with what comes of it at once', async () => {
  await page.getByRole('button', { name: 'Frame the photograph of DIDA ALI' }).first().press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Frame sunset.jpg' });
  const size = dialog.getByRole('slider', { name: 'Size of the square' });
  await inside(dialog);
  const before = Number(await size.inputValue());
  await dialog.getByRole('button', { name: 'Turn right' }).press('Enter');
  const square = dialog.getByRole('group', { name: 'The square that is cut out' });
  await square.focus();
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await page.keyboard.press('ArrowRight');
  assert.ok(Number(await size.inputValue()) < before);
  await page.screenshot({ path: join(pictures, 'photographs-frame.png') });
  await dialog.getByRole('button', { name: 'Done' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  const batch = await room.call('photographs.batch');
  const framed = batch.files.find(({ name }) => name === 'sunset.jpg');
  assert.equal(framed.frame.turns, 1);
  assert.ok(framed.bytes <= 30_000);
});

test('all are attached at once, and one undo takes them back', async () => {
  await page.getByRole('button', { name: 'Attach 4 photographs' }).press('Enter');
  await page.getByText('4 photographs attached.').waitFor();
  assert.deepEqual(await photographed(), ['001', '002', '003', '004']);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.waitForFunction(async () => {
    const answer = await fetch('/call/photographs.sheet', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    return (await answer.json()).every((person) => !person.photograph);
  });
  await room.call('candidates.redo');
});

test('two at each other’s names are swapped and a wrong person is removed, by keys', async () => {
  const before = await people();
  await page.getByRole('tab', { name: /Contact sheet/ }).click();
  await page.getByRole('option', { name: /001 ACHIENG MARY/ }).focus();
  await page.screenshot({ path: join(pictures, 'photographs-sheet.png'), fullPage: true });
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('s');
  await page.getByText(/have each other’s photograph now/).waitFor();
  const after = await people();
  assert.deepEqual([after[0].photograph, after[1].photograph], [before[1].photograph, before[0].photograph]);
  await page.getByRole('option', { name: /003 CHEBET RUTH/ }).focus();
  await page.keyboard.press('Delete');
  await page.getByText('The photograph of CHEBET RUTH is removed.').waitFor();
  assert.deepEqual(await photographed(), ['001', '002', '004']);
  assert.deepEqual(room.errors, []);
});

test('a photograph is taken with the camera for who is named, and framed like any other', async () => {
  await page.goto(`${room.base}/#/photographs`);
  await page.getByRole('button', { name: 'Take with the camera…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await inside(dialog);
  await dialog.getByRole('combobox').fill('DIDA');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Take', exact: true }).press('Enter');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /DIDA ALI/ })
    .first()
    .waitFor();
  const taken = (await room.call('photographs.batch')).files.at(-1);
  assert.deepEqual([taken.candidate.name, taken.by], ['DIDA ALI', 'hand']);
  await room.call('photographs.clear');
});

test('a candidate’s form leads to their photograph on the sheet', async () => {
  const [someone] = (await people()).filter(({ number }) => number === '002');
  await page.goto(`${room.base}/#/candidates/${someone.id}`);
  await page.getByRole('link', { name: /^Photograph of BARASA JOHN KIP/ }).press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('BARASA JOHN KIP'));
});

test('both screens in Kiswahili and in the dark', async () => {
  await page.getByRole('button', { name: 'Badilisha lugha iwe Kiswahili' }).click();
  await page.getByRole('heading', { name: 'Picha', level: 1 }).waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: join(pictures, 'photographs-sheet-sw-dark.png'), fullPage: true });
  await page.getByRole('tab', { name: /Leta picha/ }).click();
  await page.screenshot({ path: join(pictures, 'photographs-folder-sw-dark.png'), fullPage: true });
});
