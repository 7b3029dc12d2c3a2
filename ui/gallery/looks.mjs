// What is to be seen: accessibility by axe, no sideways scroll, targets large enough, and a picture of each look.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Lists and menus open outside the landmarks by design, so `region` is off.
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Throws with what axe finds wrong on the page. */
export async function accessible(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: tags, rules: { region: { enabled: false } } }),
    tags,
  );
  const told = found.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .slice(0, 4)
        .map((n) => `  ${n.html.slice(0, 160)}\n  ${n.failureSummary?.split('\n')[1] ?? ''}`)
        .join('\n')}`,
  );
  if (told.length > 0) throw new Error(told.join('\n'));
}

/** Throws when the page scrolls sideways or something pressed is under 24 px. */
export async function fits(page) {
  const wrong = await page.evaluate(() => {
    const found = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth)
      found.push(`the page is ${root.scrollWidth} px wide in ${root.clientWidth}`);
    for (const target of document.querySelectorAll(
      'button, a[href], select, input:not([type=checkbox], [type=radio])',
    )) {
      const { width, height } = target.getBoundingClientRect();
      if (width > 0 && (width < 23.9 || height < 23.9))
        found.push(`${target.outerHTML.slice(0, 90)} is ${width} x ${height}`);
    }
    return found;
  });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

export async function looks(test) {
  for (const theme of ['light', 'dark', 'contrast']) {
    for (const language of ['en', 'sw']) {
      await test(`looks right in ${theme}, ${language}`, { theme, language }, async (page, out) => {
        await page.screenshot({ path: join(out, `${theme}-${language}.png`), fullPage: true });
        await accessible(page);
        await fits(page);
      });
    }
  }
  for (const size of [130, 200]) {
    await test(`needs no sideways scroll with text of ${size} %`, { size }, async (page, out) => {
      await page.screenshot({ path: join(out, `text-${size}.png`), fullPage: true });
      await fits(page);
    });
  }
  await test(
    'needs no sideways scroll at a zoom of 200 %',
    { width: 683, height: 384 },
    async (page, out) => {
      await page.screenshot({ path: join(out, 'zoom-200.png'), fullPage: true });
      await fits(page);
    },
  );
}
