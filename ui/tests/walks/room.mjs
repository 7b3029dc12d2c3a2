// A twin of the window's commands on a folder of its own, and a Chromium before the built desk: what every walk starts
// with. `npm run build:desk` and `cargo build -p twin` come first; DAFTARI_TWIN_PROGRAM names another place of the twin.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const here = import.meta.dirname;
const program = process.env.DAFTARI_TWIN_PROGRAM ?? join(here, '../../../target/debug/twin');

/** Where pictures go. */
export const pictures = join(here, 'out');

/** A Chromium, and a folder for its pictures. */
export function browse(flags = []) {
  mkdirSync(pictures, { recursive: true });
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', ...flags],
  });
}

export class Room {
  errors = [];

  /** Given to the program as a script gives it; empty: it asks the keyring, or a person. */
  passphrase = 'walk';

  static async open(how = {}) {
    const room = await Room.twin(how);
    room.browser = await browse(how.flags);
    return room;
  }

  /** One that nobody looks at. */
  static async twin(how = {}) {
    const room = Object.assign(new Room(), how);
    room.folder = mkdtempSync(join(tmpdir(), 'daftari-walk-'));
    await room.start();
    return room;
  }

  /** Starts the twin; after `kill` once more on the same folder. */
  async start() {
    const env = {
      ...process.env,
      DAFTARI_PASSPHRASE: this.passphrase,
      DAFTARI_ANCHORS: join(this.folder, 'anchors'),
    };
    const desk = join(here, '../../dist/desk');
    this.twin = spawn(program, ['--port', '0', '--ui', desk, '--data', join(this.folder, 'data')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: this.twin.stdout }), 'line');
    this.base = line.trim();
  }

  /** As a power cut ends it. */
  async kill() {
    const ended = once(this.twin, 'exit');
    this.twin.kill('SIGKILL');
    await ended;
  }

  async call(name, args = {}) {
    const answer = await fetch(`${this.base}/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body;
  }

  /** A page of the desk at an address, with what goes wrong in it kept. */
  async page(address, { width = 1366, height = 768 } = {}) {
    const context = await this.browser.newContext({ viewport: { width, height } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => this.errors.push(error.message));
    await page.goto(`${this.base}/#${address}`);
    return page;
  }

  async close() {
    await this.browser?.close();
    this.twin?.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
