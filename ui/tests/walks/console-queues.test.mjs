// Two operators before one case, with the keyboard alone: claimed by one and refused to the other, decided by one and
// refused to the other, taken back, changed meanwhile, decided; and the search for the candidate.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { look, Seat } from './console.mjs';
import { Council } from './council.mjs';
import { Room } from './room.mjs';

const council = await Council.open();
const [head, office] = [await Room.open(), await Room.open()];
after(() => Promise.all([head.close(), office.close(), council.close()]));

const CENTRE = { code: '24505105', name: 'KABIRO SECONDARY', type: 'school', year: 2026 };
const settings = { language: 'en', theme: 'system', text_size: 100, idle_minutes: 10, sync: 'off' };
const REASON = 'As on the certificate.';

/** Enters, or changes, a candidate by a spreadsheet, and syncs. */
async function write(room, changes) {
  const row = { centre: CENTRE.code, candidate_no: '001', name: 'AKINYI JANE', entry_code: '1', ...changes };
  const path = join(room.folder, 'rows.csv');
  writeFileSync(path, `${Object.keys(row)}\n${Object.values(row)}\n`);
  await room.call('centres.import', { task: 'import', path, sheet: null, errors: null, make: [] });
}
const sync = (room) => room.call('sync.run', { task: 'sync', pictures: false });

/** Somebody signed in at the console. `deaf`: the server's news do not come through. */
async function operator(name, { deaf = false } = {}) {
  const seat = await Seat.take(head.browser, `${council.url}/console/`);
  if (deaf) await seat.page.route('**/api/events', (route) => route.abort());
  await seat.signIn(name, council.logins[name]);
  return seat;
}
const looked = (seat, name) => look(seat, `queues-${name}`);

const panel = (page) => page.getByRole('complementary', { name: 'Decision' });

let [seats, amina, juma, address] = [];
before(async () => {
  for (const [room, code] of [
    [head, council.codes.head],
    [office, council.codes.scde],
  ]) {
    await room.call('registers.create', CENTRE);
    await room.call('settings.change', settings);
    await room.call('sync.enrol', { task: 'enrol', url: council.url, code, name: 'Laptop', anew: false });
  }
  await write(head, { year_of_birth: '2007' });
  await sync(head);
  await sync(office);
  await write(head, { year_of_birth: '2008' });
  await write(office, { year_of_birth: '2009' });
  await sync(head);
  await sync(office);
  seats = [await operator('amina.operator', { deaf: true }), await operator('juma.operator')];
  [amina, juma] = seats.map(({ page }) => page);
});

test('the queues are gone through and the next case is taken with keys alone', async () => {
  await amina.keyboard.press('Alt+2');
  await amina.getByRole('heading', { level: 1, name: 'Queues' }).waitFor();
  await amina
    .getByRole('row', { name: /Conflicts/ })
    .getByText('1', { exact: true })
    .first()
    .waitFor();
  await looked(seats[0], 'board');
  await amina.keyboard.press('j');
  await amina.keyboard.press('ArrowDown');
  await amina.keyboard.press('Enter');
  await amina.getByRole('row', { name: /Two people wrote the field differently/ }).waitFor();
  await looked(seats[0], 'list');
  await amina.keyboard.press('n');
  await panel(amina).getByText('In your hand').waitFor();
  address = await amina.evaluate(() => location.hash);
  await looked(seats[0], 'case');
});

test('what another has in hand is refused, and who has it is named', async () => {
  await juma.goto(`${council.url}/console/${address}`);
  await panel(juma).getByText('In hand of amina.operator').waitFor();
  await juma.keyboard.press('1');
  await juma.keyboard.type(REASON);
  await juma.keyboard.press('Control+Enter');
  await juma.getByText(/amina\.operator has this case in hand until/).waitFor();
  await looked(seats[1], 'claimed');
});

test('one decides; the other’s decision on the same case is refused with who decided', async () => {
  await amina.keyboard.press('1');
  await amina.keyboard.type(REASON);
  await amina.keyboard.press('Escape');
  await amina.keyboard.press('r');
  await panel(juma).getByText('Nobody has it in hand').waitFor();
  await juma.keyboard.press('3');
  await juma.keyboard.press('Control+A');
  await juma.keyboard.type('Which year is on the certificate?');
  await juma.keyboard.press('Control+Enter');
  await juma.getByRole('heading', { name: 'Decided' }).waitFor();
  await looked(seats[1], 'decided');
  await amina.keyboard.press('Control+Enter');
  await amina.getByText(/juma\.operator decided this case/).waitFor();
  await looked(seats[0], 'settled');
});

test('a decision on which nobody acted is taken back, with a reason', async () => {
  await juma.keyboard.press('u');
  await juma.keyboard.type('The head has answered by telephone.');
  await juma.keyboard.press('Control+Enter');
  await panel(juma)
    .getByRole('radio', { name: /Ask the centre/ })
    .waitFor();
});

test('a decision on what changed meanwhile shows what changed; the reason stays, and is good for the next', async () => {
  await amina.reload();
  await panel(amina).getByRole('radio').first().waitFor();
  await amina.keyboard.press('1');
  await amina.keyboard.type(REASON);
  await write(head, { year_of_birth: '2008', admission_no: '7001' });
  await sync(head);
  await amina.keyboard.press('Control+Enter');
  const told = panel(amina).getByRole('status');
  await told.getByRole('row', { name: /Admission no\. .*7001/ }).waitFor();
  await looked(seats[0], 'stale');
  assert.equal(
    await amina.evaluate(() => document.activeElement.textContent.trim()),
    'Look at it as it is now',
  );
  await amina.keyboard.press('Enter');
  await told.waitFor({ state: 'hidden' });
  assert.equal(await panel(amina).getByRole('textbox').inputValue(), REASON);
  await amina.keyboard.press('Control+Enter');
  await amina.getByRole('heading', { name: 'Decided' }).waitFor();
  await panel(juma).getByRole('heading', { name: 'Decided' }).waitFor();
  await sync(head);
  assert.deepEqual((await head.call('conflicts.list')).conflicts, []);
});

test('the candidate is found by a part of the name, which stands in no address', async () => {
  const asked = [];
  juma.on('request', (request) => asked.push(request.url()));
  await juma.keyboard.press('Alt+4');
  await juma.getByRole('searchbox').fill('akinyi');
  await juma.getByRole('link', { name: 'AKINYI JANE' }).waitFor();
  await looked(seats[1], 'search');
  await juma.keyboard.press('ArrowDown');
  await juma.keyboard.press('Enter');
  await juma.getByRole('heading', { level: 1, name: 'AKINYI JANE' }).waitFor();
  await juma.getByRole('link', { name: 'Conflicts' }).first().waitFor();
  await looked(seats[1], 'candidate');
  assert.deepEqual(
    asked.filter((url) => /akinyi/i.test(url)),
    [],
  );
});

test('in Kiswahili every page holds, and nothing went wrong on any of them', async () => {
  await juma.getByRole('button', { name: 'Kiswahili' }).click();
  await juma.getByRole('button', { name: /^Rudi/ }).waitFor();
  await looked(seats[1], 'candidate-sw');
  await juma.keyboard.press('Alt+2');
  await juma.getByRole('heading', { level: 1, name: 'Foleni' }).waitFor();
  await looked(seats[1], 'board-sw');
  await juma.goto(`${council.url}/console/${address}`);
  await juma.getByRole('heading', { name: 'Limeamuliwa' }).waitFor();
  await looked(seats[1], 'decided-sw');
  await juma.keyboard.press('?');
  await juma.getByRole('dialog').waitFor();
  await looked(seats[1], 'keys-sw');
  assert.deepEqual(
    seats.flatMap(({ errors }) => errors),
    [],
  );
});
