// The whole way of one candidate whom two centres register, each without knowing of the other: offline at both desks, a
// case at the council, a decision by a person, and both desks hear of it. Told once for each store.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Council } from './council.mjs';
import { Room } from './room.mjs';
import { Clerk, Official } from './story-people.mjs';

const fixtures = join(import.meta.dirname, '../../../fixtures');
const SCHOOLS = [
  { code: '24505105', name: 'CHEPTARIT MIXED' },
  { code: '37611204', name: 'LIREMBE', sheet: 'special/candidates.ods' },
];
const subjects = '101 102 121 231 233 311 443';
const certified = ['F', '2008', '482915337', 'C', 'KCPE', '20712345018', '2022', '1', subjects];
const NAMES = ['NYAWIRA BERYL ATIENO', 'ATIENO BERYL NYAWIRA'];
const REASON = 'One girl, one certificate: she learns at Cheptarit.';

/** Tells the story; `store` gives the address of a PostgreSQL, or nothing, and what is to be closed at the end. */
export function tell(store, open = async () => ({})) {
  let [council, rooms, clerks, supervisor, operator, keep] = [];

  /** What follows a step that failed would only say so again. */
  let broken = false;
  const step = (name, work) =>
    test(`${store}: ${name}`, async (about) => {
      if (broken) return about.skip('a step before it failed');
      broken = true;
      await work();
      broken = false;
    });

  before(async () => {
    keep = await open();
    [council, ...rooms] = await Promise.all([
      Council.open({ dev: false, postgres: keep.url }),
      ...SCHOOLS.map(() => Room.open()),
    ]);
    await Promise.all(rooms.map((room, at) => found(room, SCHOOLS[at])));
  });
  after(async () => {
    await Promise.all((rooms ?? []).map((room) => room.close()));
    await council?.close();
    await keep?.close?.();
  });

  step(`a supervisor comes in by a one-time code and sets up a telephone`, async () => {
    const code = await council.order('user', 'add', 'wanjiru.supervisor', '--role', 'supervisor');
    supervisor = await Official.at(rooms[0].browser, council, 'wanjiru.supervisor');
    await supervisor.begin(code);
    await supervisor.setUpPhone();
  });

  step(`two centres are made known by codes that the supervisor drew`, async () => {
    clerks = await Promise.all(rooms.map((room) => Clerk.at(room)));
    for (const [at, clerk] of clerks.entries()) {
      await clerk.enrol(council, await supervisor.codeFor(SCHOOLS[at].code));
      await clerk.sync();
    }
  });

  step(`an operator is let in, and signs in with the telephone's code`, async () => {
    const code = await supervisor.letIn('amina.operator', 'operator');
    await supervisor.picture(`${store}-0-users`);
    operator = await Official.at(rooms[0].browser, council, 'amina.operator');
    await operator.begin(code);
    await operator.setUpPhone();
    await operator.leave();
    await operator.enter();
    await operator.giveCode();
    await operator.go('/queues/duplicate');
    await operator.page.getByText('Nobody waits in this queue.').waitFor();
  });

  step(`without a network both centres register one girl`, async () => {
    await council.stop();
    for (const [at, clerk] of clerks.entries()) {
      await clerk.register([NAMES[at], ...certified]);
      await clerk.sync('There is no network to KNEC just now.');
    }
    await clerks[0].picture(`${store}-1-offline`);
  });

  step(`with the network back, the case comes into the open queue by itself`, async () => {
    const { page } = operator;
    await council.start();
    for (const clerk of clerks) await clerk.sync();
    const row = page.getByRole('row').filter({ hasText: SCHOOLS[0].code });
    for (const name of NAMES) await row.filter({ hasText: name }).waitFor();
    await operator.picture(`${store}-2-queue`);
  });

  step(`the operator looks at both side by side and decides with a reason, by keyboard`, async () => {
    const { page } = operator;
    await page.keyboard.press('n');
    const table = page.getByRole('table', { name: 'Whom the case is about, side by side' });
    for (const name of NAMES) await table.getByRole('columnheader', { name }).waitFor();
    await operator.picture(`${store}-3-case`);
    const kept = page.getByRole('radio', { name: new RegExp(`keep . · ${NAMES[0]}`) });
    await page.keyboard.press(
      await kept.evaluate((radio) => radio.parentElement.querySelector('kbd').textContent),
    );
    assert.ok(await kept.isChecked());
    await page.getByRole('textbox', { name: /^Reason/ }).fill(REASON);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').getByText(REASON).waitFor();
    await operator.picture(`${store}-4-decided`);
  });

  step(`both desks show what was decided`, async () => {
    for (const [at, said] of ['this entry is kept', 'withdraw this entry'].entries()) {
      await clerks[at].sync();
      await clerks[at].go('/home');
      await clerks[at].page.getByText(REASON).waitFor();
      await clerks[at].page.getByText(said).waitFor();
    }
    await clerks[1].picture(`${store}-5-desk`);
  });

  step(`the other centre withdraws her, and the candidate's page shows it by itself`, async () => {
    const { page } = operator;
    await page.getByRole('link', { name: `Candidate’s page ${NAMES[1]}` }).click();
    await page.getByRole('heading', { level: 1, name: NAMES[1] }).waitFor();
    await clerks[1].withdrawsAsAsked();
    await clerks[1].sync();
    await page.getByText('Withdrawn').first().waitFor();
    await operator.picture(`${store}-6-withdrawn`);
  });

  step(`nothing went wrong on any page`, () => {
    for (const clerk of clerks) clerk.faultless();
    assert.deepEqual([...supervisor.errors, ...operator.errors], []);
  });
}

/** The register of a centre, with everybody who is on its sheet; it syncs when somebody says so. */
async function found(room, { code, name, sheet }) {
  await room.call('registers.create', { code, name, type: 'school', year: 2026 });
  const settings = { language: 'en', theme: 'light', text_size: 100, idle_minutes: 60, sync: 'off' };
  await room.call('settings.change', settings);
  if (!sheet) return;
  const path = join(fixtures, sheet);
  await room.call('centres.import', { task: 'import', path, sheet: null, errors: null, make: [] });
}
