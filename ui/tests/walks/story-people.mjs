// Who walks through the story: somebody at the council before the console, and a clerk before a desk.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pictures } from './room.mjs';
import { Phone } from './story-phone.mjs';

const isSaved = (page) => page.locator('[data-testid=saved]').filter({ hasText: /^Saved \d\d:\d\d/ });

/** At the council, in a browser of their own. */
export class Official {
  errors = [];

  static async at(browser, council, name) {
    const official = Object.assign(new Official(), { name, password: `three mangoes of ${name}` });
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    official.page = await context.newPage();
    official.page.setDefaultTimeout(15_000);
    official.page.on('pageerror', (error) => official.errors.push(error.message));
    await official.page.goto(`${council.url}/console/`);
    return official;
  }

  /** Sets a password with the code on a slip; that signs in as well. */
  async begin(code) {
    const { page } = this;
    await page.getByRole('button', { name: 'I have a code on a slip' }).click();
    await page.getByRole('textbox', { name: /^Name/ }).fill(this.name);
    await page.getByRole('textbox', { name: /^Code on the slip/ }).fill(code);
    await page.getByLabel('New password').fill(this.password);
    await page.getByLabel('The same once more').fill(this.password);
    await page.keyboard.press('Enter');
  }

  /** Signs in with the name and the password. */
  async enter() {
    const { page } = this;
    await page.getByLabel('Name').fill(this.name);
    await page.getByLabel('Password').fill(this.password);
    await page.keyboard.press('Enter');
  }

  /** The first time: the secret from the screen goes into the telephone, the telephone's code onto the screen. */
  async setUpPhone() {
    const { page } = this;
    await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    this.phone = new Phone(await page.locator('code').innerText());
    await page.getByRole('textbox', { name: /^Code/ }).fill(this.phone.code());
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
  }

  async giveCode() {
    await this.page.getByRole('textbox', { name: /^Code/ }).fill(this.phone.code());
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('navigation').waitFor();
  }

  async leave() {
    const { page } = this;
    await page.getByRole('button', { name: this.name }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('Password').waitFor();
  }

  /** Lets somebody else in; the code on their slip. */
  async letIn(name, role) {
    const { page } = this;
    await this.go('/administration/users');
    await page.getByRole('button', { name: 'Add a user' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a user' });
    await dialog.getByRole('textbox', { name: /^Name/ }).fill(name);
    await dialog.getByRole('combobox', { name: 'Role' }).selectOption(role);
    await dialog.getByRole('button', { name: 'Add and make a code' }).click();
    return this.slip();
  }

  /** Makes a centre's computer known; the code on its slip. */
  async codeFor(centre) {
    const { page } = this;
    await this.go('/administration/codes');
    const panel = page.locator('form').filter({ hasText: 'Centre codes' });
    await panel.getByRole('textbox', { name: /^Centre codes/ }).fill(centre);
    await panel.getByRole('button', { name: 'Make a code' }).click();
    return this.slip();
  }

  async slip() {
    const slip = this.page.getByRole('dialog', { name: 'One-time code' });
    const code = /[0-9A-Z]{5}(-[0-9A-Z]{5}){3}/.exec(await slip.innerText())[0];
    await slip.getByRole('button', { name: 'Close' }).last().click();
    await slip.waitFor({ state: 'hidden' });
    return code;
  }

  /** A screen by its address within the page, as a link goes there. */
  async go(address) {
    await this.page.evaluate((address) => void (location.hash = address), address);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  picture(name) {
    return this.page.screenshot({ path: join(pictures, `story-${name}.png`) });
  }
}

/** At a centre, before the window's page. */
export class Clerk {
  constructor(room, page) {
    Object.assign(this, { room, page });
  }

  static async at(room) {
    return new Clerk(room, await room.page('/sync'));
  }

  async enrol(council, code) {
    const { page } = this;
    await page.getByLabel('KNEC’s address').fill(council.url);
    await page.getByLabel('Code', { exact: false }).first().fill(code);
    await page.getByLabel('Name of this computer').fill('Office laptop');
    await page.getByRole('button', { name: 'Enrol' }).click();
    await page.getByRole('tab', { name: 'Now' }).waitFor();
  }

  /** The screen of this name, by its key in the spine. */
  async go(address) {
    await this.page.goto(`${this.room.base}/#${address}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Enters a candidate by keyboard, field by field. */
  async register(values) {
    await this.go('/candidates');
    const { page } = this;
    await page.getByRole('grid').or(page.getByText('No candidates yet')).first().waitFor();
    await page.keyboard.press('Alt+n');
    await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
    for (const value of values) {
      await page.keyboard.type(value);
      await page.keyboard.press(value === values.at(-1) ? 'Space' : 'Enter');
    }
    await page.keyboard.press('Control+Enter');
    await isSaved(page).waitFor({ timeout: 30_000 });
  }

  async sync(said = 'Everything is in step with KNEC.') {
    await this.go('/sync');
    await this.page.getByRole('tab', { name: 'Now' }).click();
    await this.page.getByRole('button', { name: 'Sync now' }).click();
    await this.page.getByText(said).waitFor({ timeout: 30_000 });
  }

  /** What KNEC asks for on the first page: the withdrawal is prepared there, and confirmed here. */
  async withdrawsAsAsked() {
    const { page } = this;
    await this.go('/home');
    await page.getByRole('button', { name: 'Withdraw…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Withdraw / });
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  picture(name) {
    return this.page.screenshot({ path: join(pictures, `story-${name}.png`) });
  }

  faultless() {
    assert.deepEqual(this.room.errors, []);
  }
}
