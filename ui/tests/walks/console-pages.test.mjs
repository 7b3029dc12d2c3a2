// Every page of the console before the real server: axe in every theme and both languages, nothing wider than the window
// at 1366 pixels and at a zoom of 200 %, targets of 24 px, and all of it reached by Tab with the focus to be seen.
// Writes pictures of each.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { accessible, fits } from '../../gallery/looks.mjs';
import { Council } from './council.mjs';
import { browse, pictures } from './room.mjs';

const LOOKS = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'sw' },
  { theme: 'contrast', language: 'en' },
  { theme: 'light', language: 'sw', zoom: 2 },
];
const NAME = 'wanjiru.supervisor';

/** Pages by name: the address, and what is there once it is whole. */
const PAGES = {
  overview: ['/overview', 'main canvas'],
  queues: ['/queues', 'main tbody a'],
  duplicates: ['/queues/duplicate', 'main tbody a'],
  'duplicate-case': [(ids) => `/queues/duplicate/${ids.duplicate}`, 'aside[data-decide] input'],
  'conflict-case': [(ids) => `/queues/conflict/${ids.conflict}`, 'aside[data-decide] input'],
  'late-case': [(ids) => `/queues/late/${ids.late}`, 'aside[data-decide] input'],
  centres: ['/centres', 'main tbody a'],
  centre: ['/centres/24505201', 'main [role=tabpanel]:not([hidden]) > *'],
  candidates: ['/candidates', 'main input'],
  candidate: [(ids) => `/candidates/${ids.candidate}`, 'main dl'],
  users: ['/administration/users', 'main tbody'],
  codes: ['/administration/codes', 'main form'],
  devices: ['/administration/devices', 'main tbody'],
  circulars: ['/administration/circulars', 'main [role=tabpanel]:not([hidden]) > *'],
  announcements: ['/administration/announcements', 'main [role=tabpanel]:not([hidden]) > *'],
  kcpe: ['/administration/kcpe', 'main [role=tabpanel]:not([hidden]) > *'],
  exports: ['/administration/exports', 'main form'],
  audit: ['/audit', 'main tbody'],
  account: ['/account', 'main tbody'],
};

let council;
let browser;
let state;
const errors = [];
const ids = {};

before(async () => {
  [council, browser] = await Promise.all([Council.open({ practice: true }), browse()]);
  const page = await open({});
  await look(page, 'sign-in');
  await accessible(page);
  await page.getByRole('textbox', { name: /^Name/ }).fill(NAME);
  await page.getByLabel('Password').fill(council.logins[NAME]);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
  state = await page.context().storageState();
  for (const queue of ['duplicate', 'conflict', 'late']) ids[queue] = await firstOf(page, queue);
  ids.candidate = (await asked(page, `cases/${ids.duplicate}`)).members[0].candidate;
  await page.context().close();
});
after(async () => {
  await browser?.close();
  await council?.close();
});

async function open({ theme = 'light', language = 'en', zoom = 1 }) {
  const viewport = { width: 1366 / zoom, height: 768 / zoom };
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: zoom,
    storageState: state,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(
    ([theme, language]) => {
      if (origin === 'null') return;
      localStorage['daftari.theme'] = theme;
      localStorage['daftari.language'] = language;
    },
    [theme, language],
  );
  await page.goto(`${council.url}/console/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
const asked = (page, path) =>
  page.evaluate(async (path) => (await fetch(`/console/api/${path}`)).json(), path);

/** The first case of a queue, once there is one. */
async function firstOf(page, queue) {
  await page.waitForFunction(
    async (queue) => (await (await fetch(`/console/api/queues/${queue}`)).json()).rows.length > 0,
    queue,
    { polling: 500, timeout: 30_000 },
  );
  return (await asked(page, `queues/${queue}`)).rows[0].id;
}

/** Opens a page as a bookmark does, so that nothing of the one before is left. */
async function go(page, name) {
  const [address, ready] = PAGES[name];
  const to = typeof address === 'string' ? address : address(ids);
  await page.goto('about:blank');
  await page.goto(`${council.url}/console/#${to}`);
  await page.locator(ready).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

async function look(page, name) {
  await page.screenshot({ path: join(pictures, `console-${name}.png`) });
  await fits(page);
}

/** What Tab should reach: all that takes the focus and is to be seen. */
const marked = () => {
  const wanted = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const all = [...document.querySelectorAll(wanted)].filter(
    (one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && !one.closest('[inert]'),
  );
  // Of radio buttons with one name Tab reaches one.
  const seen = all.filter((one) => one.type !== 'radio' || one.checked);
  for (const [at, one] of seen.entries()) one.dataset.walked = `${at}`;
  return seen.map((one) => one.outerHTML.slice(0, 120));
};
const focused = () => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  // Within a date the browser marks the part that has the focus.
  const shown = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || at.type === 'date';
  return { walked: at.dataset.walked, html: at.outerHTML.slice(0, 120), shown, lost: at === document.body };
};

/** Tab reaches everything, and the focus is always to be seen. */
async function walked(page) {
  const left = new Map(Object.entries(await page.evaluate(marked)));
  const most = left.size + 10;
  await page.evaluate(() => document.activeElement.blur());
  for (let step = 0; step < most && left.size > 0; step += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focused);
    if (!at.lost) assert.ok(at.shown, `the focus is not to be seen on ${at.html}`);
    left.delete(at.walked);
  }
  assert.deepEqual([...left.values()], []);
}

for (const how of LOOKS) {
  const suffix = `${how.language}-${how.theme}${how.zoom ? '-200' : ''}`;
  test(`every page in ${suffix}`, async (about) => {
    const page = await open(how);
    for (const name of Object.keys(PAGES)) {
      await about.test(name, async () => {
        await go(page, name);
        await look(page, `${name}-${suffix}`);
        // What axe looks at does not change with the zoom, nor what Tab reaches with the colours.
        if (!how.zoom) await accessible(page);
        if (how === LOOKS[0]) await walked(page);
      });
    }
    await page.context().close();
  });
}

test('nothing went wrong on any page', () => {
  assert.deepEqual(errors, []);
});
