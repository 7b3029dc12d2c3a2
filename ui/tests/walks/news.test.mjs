// What the council announces, asks and decides appears on the desk with a sync, in the language chosen, and is answered
// there: an announcement, a result of KCPE that differs, a double to withdraw, a transfer asked for and consented to.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Council } from './council.mjs';
import { Official } from './official.mjs';
import { pictures, Room } from './room.mjs';

const council = await Council.open();
const [head, office] = [await Room.open(), await Room.open()];
after(() => Promise.all([head.close(), office.close(), council.close()]));

const axe = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');
const CENTRE = { code: '24505105', name: 'KABIRO SECONDARY', type: 'school', year: 2026 };
const settings = { language: 'en', theme: 'light', text_size: 100, idle_minutes: 0, sync: 'off' };
const password = 'kalamu nyekundu';

async function set(room, changed) {
  await room.call('settings.change', { ...settings, ...changed });
}
async function violations(page) {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
    const { violations } = await globalThis.axe.run(document, { runOnly });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
  });
}
/** Pictures of the screen as it is, in light English and dark Kiswahili; axe and no sideways scroll in both. */
async function look(page, room, name) {
  for (const changed of [
    { language: 'sw', theme: 'dark' },
    { language: 'en', theme: 'light' },
  ]) {
    await set(room, changed);
    await page.locator(`html[lang=${changed.language}][data-theme=${changed.theme}] .app`).waitFor();
    await page.evaluate(() => document.fonts.ready);
    // Colours that are still changing would be measured, and seen, half way.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    await page.screenshot({ path: join(pictures, `news-${name}-${changed.language}-${changed.theme}.png`) });
    assert.deepEqual(await violations(page), [], name);
    const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${name} scrolls sideways by ${wide}`);
  }
}
const sync = (room) => room.call('sync.run', { task: 'sync', pictures: false });

let page;
let supervisor;

before(async () => {
  for (const [room, code, name, role] of [
    [head, council.codes.head, 'Mwalimu Achieng', 'head'],
    [office, council.codes.scde, 'Bi Naliaka', 'scde'],
  ]) {
    await room.call('registers.create', CENTRE);
    await set(room, {});
    await room.call('people.add', { name, role, password });
    await room.call('people.unlock', { name, password });
    const asked = { task: 'enrol', url: council.url, code, name: 'Laptop', anew: false };
    await room.call('sync.enrol', asked);
  }
  const path = join(head.folder, 'rows.csv');
  const rows = [
    'centre,candidate_no,name,gender,year_of_birth,entry_code,qualification,qualifying_index,qualifying_year',
    '24505105,001,AKINYI JANE,F,2008,1,KCPE,10203040506,2021',
    '24505105,002,OTIENO JOHN,M,2007,1,KCPE,10203040507,2021',
  ];
  writeFileSync(path, `${rows.join('\n')}\n`);
  await head.call('centres.import', { task: 'import', path, sheet: null, errors: null, make: [] });
  await sync(head);
  supervisor = await Official.at(council, 'wanjiru.supervisor');
  page = await head.page('/home');
  await page.getByRole('heading', { level: 1 }).waitFor();
});

test('an announcement appears on the first page with the sync that brings it, in the language chosen', async () => {
  await supervisor.until('overview?year=2026', undefined, ({ totals }) => totals.candidates === 2);
  const until = Date.now() + 7 * 86_400_000;
  const words = {
    text_en: 'Forms of special needs are due on Friday.',
    text_sw: 'Fomu za mahitaji maalum mwisho ni Ijumaa.',
  };
  await supervisor.ask('announcements', { year: 2026, ...words, until });
  await sync(head);
  await page.getByText(words.text_en).waitFor();
  await set(head, { language: 'sw' });
  await page.getByText(words.text_sw).waitFor();
  await set(head, {});
});

test('a result that differs is put before the head, who accepts it', async () => {
  const results =
    'index_number,name,gender,year_of_birth\n10203040506,AKINYI JANET,F,2008\n10203040507,OTIENO JOHN,M,2007\n';
  await supervisor.ask('kcpe/import?year=2021', results, 'text/csv');
  await supervisor.ask('kcpe/compare?year=2026', {});
  const { case: found } = await supervisor.until('queues/kcpe/next', {}, (said) => said.case);
  const decided = { etag: found.etag, decision: 'send-back', reason: 'the certificate reads JANET' };
  await supervisor.ask(`cases/${found.id}/decide`, decided);
  await sync(head);
  await page.getByText('the certificate reads JANET').waitFor();
  await look(page, head, 'home');
  await page.getByRole('link', { name: '001 AKINYI JANE' }).first().click();
  await page.getByRole('button', { name: 'Accept the result' }).waitFor();
  await look(page, head, 'candidate');
  await page.getByRole('button', { name: 'Accept the result' }).press('Enter');
  await page.getByRole('dialog').getByLabel(/^Why/).fill('seen on the certificate');
  await look(page, head, 'answer');
  await page.keyboard.press('Enter');
  await page.getByText('Answered. It goes to KNEC with the next sync.').waitFor();
  await page.getByRole('heading', { name: 'AKINYI JANET' }).waitFor();
  const { decisions } = await head.call('news.list');
  assert.equal(decisions.find(({ queue }) => queue === 'kcpe').asks, 'nothing');
});

test('a transfer is asked for in the candidate’s menu, and the office consents on its own computer', async () => {
  await page.getByRole('button', { name: /^Actions for/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'Transfer to another centre…' }).press('Enter');
  await page.getByLabel('Code of the other centre').fill('24505106');
  await page.getByLabel('Why', { exact: false }).fill('the family moved to Chepareria');
  await look(page, head, 'transfer');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByText('Asked. It goes to KNEC with the next sync.').waitFor();
  await sync(head);
  await sync(office);
  const other = await office.page('/home');
  await other.getByRole('link', { name: 'A transfer waits for your consent' }).click();
  await other.getByText('AKINYI JANET is to go to 24505106').waitFor();
  await look(other, office, 'transfers');
  await other.getByRole('button', { name: 'Consent', exact: true }).press('Enter');
  await other.getByText('You consented.').waitFor();
  await other
    .getByText(/^Bi Naliaka, /)
    .first()
    .waitFor();
});

test('everything stays to be looked up, and is marked as read', async () => {
  await page.goto(`${head.base}/#/sync?tab=news`);
  await page.getByText('accepted: seen on the certificate').waitFor();
  await look(page, head, 'all');
  const mark = page.getByRole('button', { name: 'Mark all as read' });
  if (await mark.isVisible()) await mark.click();
  await page.getByText('New', { exact: true }).first().waitFor({ state: 'detached' });
  assert.equal((await head.call('news.list')).unread, 0);
  assert.deepEqual([...head.errors, ...office.errors], []);
});
