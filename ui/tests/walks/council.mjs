// A council of its own for a walk: `sync-server` on a free port, its data forgotten when it is closed. As for trying out
// (`--dev`: codes and logins are told), or as in earnest: whoever comes in is let in by orders. `cargo build --bin
// sync-server` comes first; DAFTARI_COUNCIL_PROGRAM names another place of it.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const program =
  process.env.DAFTARI_COUNCIL_PROGRAM ?? join(import.meta.dirname, '../../../target/debug/sync-server');

export class Council {
  /** Of the first two devices, by role. */
  codes = {};

  /** Passwords of people for trying out, by name. */
  logins = {};

  address = '127.0.0.1:0';

  /** Listens, and has told what there is to tell. For practice: with made-up centres that nobody sent. */
  static async open({ dev = true, practice = false, postgres } = {}) {
    const council = Object.assign(new Council(), { dev, practice, postgres });
    council.folder = mkdtempSync(join(tmpdir(), 'daftari-council-'));
    await council.start();
    return council;
  }

  /** Starts the server; after `stop` once more, where it was. */
  async start() {
    const how = [
      ...(this.dev ? ['--dev'] : ['serve']),
      ...(this.practice ? ['--practice'] : []),
      '--listen',
      this.address,
      '--log',
      'error',
    ];
    const where = ['--data', this.folder, ...(this.postgres ? ['--postgres', this.postgres] : [])];
    this.server = spawn(program, [...how, ...where], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: this.server.stdout })) {
      this.hear(line);
      if (line.startsWith(this.dev ? 'data ' : 'sync-server listens')) break;
    }
    this.address = this.url.replace('http://', '');
  }

  hear(line) {
    this.url = /listens on (\S+)/.exec(line)?.[1] ?? this.url;
    const [, role, code] = /^code (\w+) \d+ (\S+)/.exec(line) ?? [];
    if (role) this.codes[role] = code;
    const [, name, password] = /^login (\S+) (\S+)/.exec(line) ?? [];
    if (name) this.logins[name] = password;
  }

  /** Gives the server an order beside it, as its keeper types it; what it answers. */
  async order(...words) {
    const { stdout } = await promisify(execFile)(program, [...words, '--data', this.folder]);
    return stdout.trim();
  }

  /** Nobody answers any more; `start` goes on with what there is. */
  async stop() {
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    const ended = once(this.server, 'exit');
    this.server.kill();
    await ended;
  }

  async close() {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
