// How the screens of home, documents, approval, help, settings and first steps look: axe in every theme and both
// languages, nothing wider than the page at 1366 pixels and at twice the size of text. Writes pictures of each.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pictures, Room } from './room.mjs';

const room = await Room.open();
after(() => room.close());
const axe = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');
const screens = [
  'home',
  'documents/declaration',
  'approval',
  'help',
  'settings/centre',
  'settings/look',
  'settings/people',
  'settings/copies',
  'settings/support',
];
const looks = [
  { theme: 'light', language: 'en', text_size: 100 },
  { theme: 'dark', language: 'sw', text_size: 100 },
  { theme: 'contrast', language: 'en', text_size: 100 },
  { theme: 'light', language: 'sw', text_size: 200 },
];

async function violations(page) {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
  });
}
const tooWide = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function look(page, name) {
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  assert.deepEqual(await violations(page), [], name);
  assert.ok((await tooWide(page)) <= 0, `${name} is wider than the page`);
}

for (const { theme, language, text_size } of looks) {
  const change = () => room.call('settings.change', { theme, language, text_size, idle_minutes: 10 });
  const suffix = `${theme}-${language}-${text_size}`;
  test(`first steps, ${suffix}`, async () => {
    await room.call('registers.close');
    await change();
    const page = await room.page('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, `first-run-${suffix}`);
    await page.context().close();
  });
}

test('the practice centre is there', async () => {
  await room.call('practice.begin', { task: 'practice', year: 2026 });
});

for (const { theme, language, text_size } of looks) {
  const change = () => room.call('settings.change', { theme, language, text_size, idle_minutes: 10 });
  for (const screen of screens) {
    const name = `${screen.replace('/', '-')}-${theme}-${language}-${text_size}`;
    test(name, async () => {
      await change();
      const page = await room.page(`/${screen}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (screen.startsWith('documents')) await page.locator('main img').waitFor();
      await look(page, name);
      await page.context().close();
    });
  }
}
