// The gallery in a real Chromium: axe in every theme and both languages, nothing wider than the page at any size of text, targets of 24 px,
// the grid's and the dialogs' keyboard. Writes pictures into gallery/out. `npm run build:gallery` comes first.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { looks } from './looks.mjs';
import { dialogs } from './dialogs.mjs';
import { grid } from './grid.mjs';
import { serve } from './serve.mjs';

const here = import.meta.dirname;
const out = join(here, 'out');
mkdirSync(out, { recursive: true });

const site = await serve(join(here, '../dist/gallery'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const wanted = process.argv[2] ?? '';
let failed = 0;

/** One test: a page of its own, opened in a theme, a language and a size of text. */
async function test(
  name,
  { theme = 'light', language = 'en', size = 100, width = 1366, height = 768 },
  work,
) {
  if (!name.includes(wanted)) return;
  const context = await browser.newContext({ viewport: { width, height } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (said) => said.type() === 'error' && errors.push(said.text()));
  await page.addInitScript(
    ([theme, language, size]) => {
      localStorage['daftari.theme'] = theme;
      localStorage['daftari.language'] = language;
      localStorage['daftari.text-size'] = String(size);
    },
    [theme, language, size],
  );
  try {
    await page.goto(site.address);
    await page.getByRole('grid').waitFor();
    await page.evaluate(() => document.fonts.ready);
    await work(page, out);
    if (errors.length > 0) throw new Error(errors.join('\n'));
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${String(error.message ?? error).replaceAll(/^/gm, '        ')}`);
  }
  await context.close();
}

for (const suite of [looks, grid, dialogs]) await suite(test);
await browser.close();
site.close();
process.exitCode = failed > 0 ? 1 : 0;
