// The console's pages for centres, administration, audit and one's own account, against the real server: an SCDE officer
// makes a code and sees the own centres only; a supervisor adds a user who signs in with the code, publishes a circular and
// an announcement; the audit tells all of it, and its chain is whole.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { look, picture, Seat } from './console.mjs';
import { Council } from './council.mjs';
import { Room } from './room.mjs';

const council = await Council.open();
const [near, far] = [await Room.open(), await Room.open()];
const seats = [];
after(async () => {
  for (const seat of seats) await seat.close();
  await Promise.all([near.close(), far.close(), council.close()]);
});
const seat = async (name, password = council.logins[name]) => {
  const seat = await Seat.take(near.browser, `${council.url}/console/`);
  seats.push(seat);
  await seat.signIn(name, password);
  return seat;
};

const OWN = '24505105';
const FOREIGN = '31101007';

/** A centre with a few candidates, at the council. */
async function bring(room, centre, name, code, rows) {
  await room.call('registers.create', { code: centre, name, type: 'school', year: 2026 });
  const path = join(room.folder, 'rows.csv');
  const lines = rows.map(([number, who, born]) => `${centre},${number},${who},${born},1`);
  writeFileSync(path, ['centre,candidate_no,name,year_of_birth,entry_code', ...lines, ''].join('\n'));
  await room.call('centres.import', { task: 'import', path, sheet: null, errors: null, make: [] });
  const device = { task: 'enrol', url: council.url, code, name: `Laptop of ${name}`, anew: false };
  await room.call('sync.enrol', device);
  await room.call('sync.run', { task: 'run', pictures: false });
}

let supervisor;
let officer;

before(async () => {
  supervisor = await seat('wanjiru.supervisor');
  const { code } = await supervisor.post('codes', { role: 'head', scope: [FOREIGN] });
  const rows = [
    ['001', 'AKINYI JANE', 2007],
    ['002', 'BARAKA PETER', 2008],
  ];
  await bring(near, OWN, 'KABIRO SECONDARY', council.codes.head, rows);
  await bring(far, FOREIGN, 'MBALI SECONDARY', code, rows);
  await supervisor.until(async () => (await supervisor.get('centres')).rows.length === 2);
  officer = await seat('otieno.scde');
});

test('an officer of a sub-county sees the own centres only', async () => {
  const { page } = officer;
  await officer.go('/centres', 'Centres');
  await page.getByRole('link', { name: /24505105 KABIRO SECONDARY/ }).waitFor();
  assert.equal(await page.getByText('MBALI SECONDARY').count(), 0);
  await officer.go(`/centres/${FOREIGN}`, 'Centre 31101007');
  await page.getByText('This centre is not one of yours.').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Audit' }).count(), 0);
  await officer.go('/administration', 'Administration');
  assert.equal(await page.getByRole('tab', { name: 'Users' }).count(), 0);
});

test('an officer makes a code for a computer, printed as a slip alone on its page', async () => {
  const { page } = officer;
  await officer.go('/administration/codes', 'Administration');
  await page.getByLabel('Centre codes').fill(FOREIGN);
  await page.getByRole('button', { name: 'Make a code' }).first().click();
  await page.getByText('This centre is not one of yours.').waitFor();
  await page.getByLabel('Centre codes').fill('');
  await page.getByRole('combobox', { name: 'Add a centre by its name' }).fill('kab');
  await page.getByRole('option', { name: /KABIRO SECONDARY/ }).waitFor();
  await look(officer, 'codes-by-name');
  await page.keyboard.press('Enter');
  assert.equal(await page.getByLabel('Centre codes').inputValue(), OWN);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'add-centre');
  await look(officer, 'codes');
  await page.getByRole('button', { name: 'Make a code' }).first().click();
  const slip = page.getByRole('dialog', { name: 'One-time code' });
  await slip.getByText(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/).waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('button', { name: 'Print the slip' }).isVisible(), false);
  await picture(officer, 'slip-printed');
  await page.emulateMedia({ media: null });
  await look(officer, 'slip');
  await slip.locator('footer').getByRole('button', { name: 'Close' }).click();
  assert.equal(await page.evaluate(() => document.activeElement !== document.body), true);
});

test('a bar of a chart leads to the list behind it, and a centre shows its roll, life and papers', async () => {
  const { page } = supervisor;
  await supervisor.go('/overview', 'Overview');
  await page.getByRole('button', { name: /Show “How far centres are” as a table/ }).click();
  await page.getByRole('link', { name: 'All entered' }).click();
  await page.getByRole('heading', { name: 'Centres', level: 1 }).waitFor();
  await page.getByText('2 centres').waitFor();
  await look(supervisor, 'centres');
  await page.getByRole('searchbox', { name: 'Name or code of the centre' }).fill('secondary kab');
  await page.getByText('1 centre', { exact: true }).waitFor();
  await look(supervisor, 'centres-sought');
  await page.getByRole('link', { name: /KABIRO/ }).click();
  await page.getByRole('link', { name: 'AKINYI JANE' }).waitFor();
  await look(supervisor, 'centre');
  const answer = await supervisor.file(`centres/${OWN}/roll.pdf?year=2026`);
  assert.match(answer, /^%PDF/);
  await page.getByRole('tab', { name: /Findings/ }).click();
  await look(supervisor, 'centre-findings');
  for (const tab of ['Subjects and needs', 'Uploads', 'Devices', 'Cases'])
    await page.getByRole('tab', { name: tab }).click();
  await page.getByRole('tab', { name: 'Life' }).click();
  await page.getByLabel('Event').selectOption('relocate');
  await page.getByLabel('Reason').fill('The river took the old site.');
  await page.getByRole('button', { name: 'Note it' }).click();
  await page.getByRole('cell', { name: 'moved to another place' }).waitFor();
  await look(supervisor, 'centre-life');
});

test('a supervisor adds a user, who sets a password with the code and is in', async () => {
  const { page } = supervisor;
  await supervisor.go('/administration/users', 'Administration');
  await page.getByRole('row', { name: /otieno\.scde/ }).waitFor();
  await look(supervisor, 'users');
  await page.getByRole('button', { name: 'Add a user' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a user' });
  await dialog.getByLabel('Name').fill('chebet.scde');
  await dialog.getByLabel('Sub-county').fill('31101');
  await dialog.getByRole('button', { name: 'Add and make a code' }).click();
  const slip = page.getByRole('dialog', { name: 'One-time code' });
  const code = await slip.getByText(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/).textContent();
  await slip.locator('footer').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('row', { name: /chebet\.scde.*has not set a password/ }).waitFor();

  const newcomer = await Seat.take(near.browser, `${council.url}/console/`);
  seats.push(newcomer);
  await newcomer.page.getByRole('button', { name: 'I have a code on a slip' }).click();
  await newcomer.page.getByLabel('Name').fill('chebet.scde');
  await newcomer.page.getByLabel('Code on the slip').fill(code);
  await newcomer.page.getByLabel('New password').fill('three quiet herons');
  await newcomer.page.getByLabel('The same once more').fill('three quiet herons');
  await look(newcomer, 'set-password');
  await newcomer.page.getByRole('button', { name: 'Set your password' }).click();
  await newcomer.page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  await newcomer.go('/centres', 'Centres');
  await newcomer.page.getByRole('link', { name: /MBALI/ }).waitFor();
  assert.equal(await newcomer.page.getByText('KABIRO').count(), 0);

  await page.getByRole('button', { name: 'What to do with chebet.scde' }).click();
  await page.getByRole('menuitem', { name: 'Let in no more…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Let in no more…' }).click();
  await page.getByRole('row', { name: /chebet\.scde.*may not sign in/ }).waitFor();
  await newcomer.page.reload();
  await newcomer.page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('a circular is checked, then published; one that does not read is told why', async () => {
  const { page } = supervisor;
  await supervisor.go('/administration/circulars', 'Administration');
  const text = page.getByRole('textbox', { name: /Text/ });
  await text.fill('[calendar.nothing]\nvalue = "2026-03-31"\n');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText(/The server did not take this: text:/).waitFor();
  await text.fill('[calendar.closes]\nvalue = "2026-03-31"\nsource = "circular 1"\n');
  await page.getByLabel('Registration closes').fill('2026-12-31');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('It reads. It would be circular 1.').waitFor();
  await look(supervisor, 'circulars');
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Sign and publish' }).click();
  await page.getByText('Circular 1, KCSE 2026').waitFor();
});

test('an announcement goes to every centre of the year', async () => {
  const { page } = supervisor;
  await page.getByRole('tab', { name: 'Announcements' }).click();
  await page.getByLabel('In English').fill('Registration closes on the last of December.');
  await page.getByLabel('In Kiswahili').fill('Usajili unafungwa siku ya mwisho ya Desemba.');
  await page.getByLabel('Shown until').fill('2026-12-31');
  await page.getByRole('button', { name: /Announce to every centre/ }).click();
  await page.getByText('Announced to 2 centres.').waitFor();
  await page.getByRole('cell', { name: /Registration closes on the last/ }).waitFor();
  await look(supervisor, 'announcements');
});

test('results are imported and compared, files are taken out, a device is revoked', async () => {
  const { page } = supervisor;
  await page.getByRole('tab', { name: 'KCPE results' }).click();
  await page.getByLabel('Year of KCPE').fill('2021');
  const results = 'index number,name,gender,year of birth\n11200105001,AKINYI JANE,F,2007\n';
  const file = { name: 'kcpe.csv', mimeType: 'text/csv', buffer: Buffer.from(results) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page
    .getByText('1 results of 2021 imported')
    .or(page.getByText(/imported, 0 rows refused/))
    .waitFor();
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByText(/confirmed, .* differ/).waitFor();
  await look(supervisor, 'kcpe');
  await page.getByRole('tab', { name: 'Exports' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export KCSE 2026' }).click();
  assert.equal((await saved).suggestedFilename(), 'candidates-2026.csv');
  await look(supervisor, 'exports');
  await page.getByRole('tab', { name: 'Devices' }).click();
  await page.getByRole('button', { name: 'Revoke Laptop of MBALI SECONDARY' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByRole('row', { name: /MBALI.*revoked/ }).waitFor();
  await look(supervisor, 'devices');
});

test('the audit tells who did what, and its chain is whole', async () => {
  const { page } = supervisor;
  await supervisor.go('/audit', 'Audit');
  for (const what of [
    'user.add',
    'circular.issue',
    'announcement.add',
    'device.revoke',
    'export',
    'kcpe.import',
  ])
    await page.getByRole('cell', { name: what }).first().waitFor();
  await page.getByLabel('Who').fill('otieno.scde');
  await page.getByLabel('What').fill('code.');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('row', { name: /otieno\.scde.*code\.make/ }).waitFor();
  await page.getByRole('cell', { name: 'user.add' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await page.getByText(/The audit is whole: \d+ lines/).waitFor();
  await look(supervisor, 'audit');
});

test('every page speaks Kiswahili', async () => {
  const { page } = supervisor;
  await page.getByRole('button', { name: 'Kiswahili' }).click();
  for (const [path, heading, name] of [
    ['/centres', 'Vituo', 'centres'],
    [`/centres/${OWN}`, '24505105 KABIRO SECONDARY', 'centre'],
    [`/centres/${OWN}/life`, '24505105 KABIRO SECONDARY', 'centre-life'],
    ['/administration/users', 'Usimamizi', 'users'],
    ['/administration/codes', 'Usimamizi', 'codes'],
    ['/administration/circulars', 'Usimamizi', 'circulars'],
    ['/administration/announcements', 'Usimamizi', 'announcements'],
    ['/administration/kcpe', 'Usimamizi', 'kcpe'],
    ['/administration/exports', 'Usimamizi', 'exports'],
    ['/audit', 'Ukaguzi', 'audit'],
    ['/account', 'Akaunti yako', 'account'],
  ]) {
    await supervisor.go(path, heading);
    await look(supervisor, `${name}-sw`, ['light']);
  }
  await page.getByRole('button', { name: 'English' }).click();
});

test('one’s own sessions end, the password changes, and no page scrolls sideways or goes wrong', async () => {
  const { page } = officer;
  const other = await seat('otieno.scde');
  await officer.go('/account', 'Your account');
  await page
    .getByRole('button', { name: /^End the session/ })
    .first()
    .click();
  await page.getByText(/The session of .* has ended/).waitFor();
  await page.getByLabel('Present password').fill(council.logins['otieno.scde']);
  await page.getByLabel('New password').fill('three calm rivers');
  await page.getByLabel('The same once more').fill('three calm rivers');
  await look(officer, 'account');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText('The password is changed.').waitFor();
  await other.page.reload();
  await other.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  assert.deepEqual(
    seats.flatMap(({ errors }) => errors),
    [],
  );
});
