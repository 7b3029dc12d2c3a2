// Makes the pictures of docs/window-guide.md anew: a new user's way over a twin, in Chromium, each picture in few colours.
// `npm run build:desk` and `cargo build -p twin` come first; ImageMagick (`convert`) makes the pictures small.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Room } from '../tests/walks/room.mjs';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'docs/pictures/window');
const settings = { language: 'en', theme: 'light', text_size: 100, idle_minutes: 0, sync: 'off' };
const room = await Room.open();
const cards = join(room.folder, 'photographs');
let asked = '';
process.on('exit', () => room.twin.kill());
process.on('unhandledRejection', (error) => {
  console.error(error);
  process.exit(1);
});

const page = await room.page('/');
page.on('dialog', (dialog) => dialog.accept(asked));
const heading = (name, level = 1) => page.getByRole('heading', { level, name }).waitFor();

/** A picture of the window as it is now. */
async function take(name, colours = 64) {
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  const path = join(out, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'initial' });
  spawnSync('convert', [path, '+dither', '-colors', String(colours), '-strip', `PNG8:${path}`]);
  console.log(name, Math.round(statSync(path).size / 100) / 10, 'kB');
}
async function go(address) {
  await page.goto(`${room.base}/#${address}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
const enter = (values) =>
  room.call('candidates.enter', {
    values: Object.entries(values).map(([field, value]) => ({ field, value })),
  });

/** Entries without an error; names put together from parts. */
const names = [
  'ACHIENG MARY',
  'BARASA JOHN KIP',
  'CHEBET RUTH',
  'DIDA ALI NOOR',
  'EKAI PETER',
  'FUNDI ZAWADI',
  'GATHONI FAITH',
  'HALAKE DAVID',
  'JUMA NEEMA',
  'KIPLAGAT ROSE',
  'LEMARON JANE',
  'MUTUA IBRAHIM',
  'NAFULA ESTHER',
  'OTIENO SAMUEL',
  'WANJIKU GRACE',
];
function sound(at) {
  return {
    name: names[at],
    gender: 'FMFMMFFMFFFMFMF'[at],
    year_of_birth: '2008',
    birth_certificate_no: String(5137024 + at * 7919),
    citizenship: 'C',
    qualification: 'KCPE',
    qualifying_index: `10105001${String(at + 1).padStart(3, '0')}`,
    qualifying_year: '2022',
    entry_code: '1',
    subjects: '101 102 121 231 233 311 443',
  };
}

await room.call('settings.change', settings);
await heading('First steps');
await take('first-run');

await page.getByRole('button', { name: 'Begin a register' }).click();
await page.keyboard.type('24505105');
await page.getByText('County: West Pokot').waitFor();
await page.getByRole('textbox', { name: 'Name of the centre' }).fill('MLIMA MAWE SECONDARY SCHOOL');
await take('new-centre');
await page.keyboard.press('Enter');
await heading('Home');

await go('/settings/centre');
await page.getByRole('textbox', { name: 'Sub-county' }).fill('Kapseret');
await page.keyboard.press('Enter');
await page.keyboard.type('ZUHURA TABU MFANO');
await page.keyboard.press('Enter');
await page.keyboard.type('P.O. Box 1, Mlima Mawe');
await page.keyboard.press('Enter');
await page.getByText(/^Saved \d\d/).waitFor();
await take('centre');

for (let at = 0; at < names.length - 1; at += 1) await enter(sound(at));
await go('/candidates');
await page.getByRole('gridcell', { name: names[0], exact: true }).waitFor();
await page.keyboard.press('Alt+n');
await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
for (const value of ['WANJIKU `GRACE', 'F', '2021']) {
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
}
await page.locator('#entry-name-messages').getByRole('button').first().waitFor();
await page.locator('#entry-year_of_birth-messages').waitFor();
await page.getByText(/^Saved \d\d/).waitFor();
await take('candidates');

await go('/import');
asked = join(root, 'fixtures/scde/private-candidates.xlsx');
await page.getByRole('button', { name: /^Choose/ }).click();
await heading('What each column holds', 2);
await take('import-columns');
asked = join(root, 'fixtures/school/candidates.xlsx');
await go('/import');
await page.reload();
await page.getByRole('button', { name: /^Choose/ }).click();
for (let step = 0; step < 4 && !(await page.getByRole('grid').isVisible()); step += 1) {
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await next.or(page.getByRole('grid')).first().waitFor();
  if (await next.isVisible()) await next.click();
  await page.waitForTimeout(400);
}
await page.getByRole('grid').waitFor();
await page.getByRole('combobox', { name: 'Show' }).selectOption('errors');
await page.getByRole('gridcell').nth(4).click();
await take('import-rows', 96);

// The way goes on with entries that are right.
const { rows } = await room.call('candidates.list');
const values = Object.entries(sound(names.length - 1)).map(([field, value]) => ({ field, value }));
await room.call('candidates.change', { id: rows.at(-1).id, values });
const on = (await room.call('candidates.list')).rows;
mkdirSync(cards);
const drawn = join(root, 'fixtures/school/photos');
const pictures = readdirSync(drawn).filter((name) => /^\d{3}\.jpe?g$/.test(name));
on.forEach(({ index }, at) => copyFileSync(join(drawn, pictures[at]), join(cards, `${index}.jpg`)));
copyFileSync(join(drawn, pictures[20]), join(cards, 'IMG_2041.jpg'));
await go('/photographs');
asked = cards;
await page.getByRole('button', { name: 'Choose a folder…' }).click();
await page.getByRole('button', { name: /^Attach/ }).waitFor();
await take('photographs', 128);
await room.call('photographs.attach');
await room.call('photographs.clear');
await go('/photographs/sheet');
await page.getByRole('option').nth(3).click();
await take('sheet', 40);

await go('/home');
await heading('What is left', 2);
await take('home');
await go('/approval');
await page.getByRole('textbox', { name: /Name/ }).first().waitFor();
await take('approval');
await room.call('people.add', { name: 'ZUHURA TABU MFANO', role: 'head', password: 'kalamu nyekundu' });
await room.call('approval.approve', { name: 'ZUHURA TABU MFANO', password: 'kalamu nyekundu' });
await go('/documents/nominal-roll');
await page.waitForFunction(() => document.querySelector('main img')?.naturalWidth > 100);
await take('roll', 32);
await go('/settings/copies');
await take('copies');
await room.call('settings.change', { ...settings, language: 'sw', theme: 'dark' });
await go('/home');
await heading('Yaliyobaki', 2);
await take('home-sw-dark');

await room.close();
rmSync(cards, { recursive: true, force: true });
