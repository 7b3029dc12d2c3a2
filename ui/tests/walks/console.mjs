// Somebody at the console in a browser of their own: signing in, going to a page, looking at it, and asking the API as the
// page does. `npm run build:console` comes before the server is started.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { accessible } from '../../gallery/looks.mjs';
import { pictures } from './room.mjs';

export class Seat {
  errors = [];

  static async take(browser, address) {
    const seat = new Seat();
    seat.context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      acceptDownloads: true,
    });
    seat.page = await seat.context.newPage();
    seat.page.setDefaultTimeout(10_000);
    seat.page.on('pageerror', (error) => seat.errors.push(String(error.stack).slice(0, 900)));
    seat.page.on('console', (line) => {
      if (line.type() === 'error' && /Content Security|Refused to/.test(line.text()))
        seat.errors.push(line.text());
    });
    await seat.page.goto(address);
    return seat;
  }

  async signIn(name, password) {
    await this.page.getByLabel('Name').fill(name);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  }

  async go(path, heading) {
    await this.page.evaluate((path) => void (location.hash = path), path);
    await this.page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  }

  /** Asks the API with the page's own cookie. */
  get(path) {
    return this.page.evaluate(async (path) => (await fetch(`api/${path}`)).json(), path);
  }

  post(path, body) {
    return this.page.evaluate(
      async ([path, body]) => {
        const headers = { 'content-type': 'application/json', 'x-daftari-console': '1' };
        return (await fetch(`api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
      },
      [path, body],
    );
  }

  /** The first letters of a file. */
  file(path) {
    return this.page.evaluate(async (path) => (await (await fetch(`api/${path}`)).text()).slice(0, 20), path);
  }

  /** Waits for the projection, which runs beside what comes in. */
  async until(come) {
    const patience = Date.now() + 15_000;
    while (!(await come())) {
      if (Date.now() > patience) throw new Error('it did not come to be');
      await this.page.waitForTimeout(200);
    }
  }

  close() {
    return this.context.close();
  }
}

/** A picture of a page alone. */
export const picture = (seat, name) => seat.page.screenshot({ path: join(pictures, `console-${name}.png`) });

/** Colours that are still on their way are neither to be shown nor judged. */
async function still() {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/** Pictures of a page, what axe finds in it, and that it does not scroll sideways. */
export async function look(seat, name, schemes = ['light', 'dark']) {
  for (const colorScheme of schemes) {
    await seat.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await seat.page.evaluate(still);
    await seat.page.screenshot({ path: join(pictures, `console-${name}-${colorScheme}.png`) });
  }
  await seat.page.emulateMedia({ colorScheme: 'light' });
  await seat.page.evaluate(still);
  await accessible(seat.page).catch((found) => assert.fail(`${name}: ${found.message}`));
  const wide = await seat.page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${name} scrolls sideways by ${wide}`);
}
