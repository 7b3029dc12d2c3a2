// A council of its own for a walk: `sync-server --dev` on a free port, forgotten when it stops. `cargo build --bin
// sync-server` comes first; DAFTARI_COUNCIL_PROGRAM names another place of it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const program =
  process.env.DAFTARI_COUNCIL_PROGRAM ?? join(import.meta.dirname, '../../../target/debug/sync-server');

export class Council {
  codes = {};

  /** Listens, and has told the codes of its first two devices. */
  static async open() {
    const council = new Council();
    council.server = spawn(program, ['--dev', '--listen', '127.0.0.1:0'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    for await (const line of createInterface({ input: council.server.stdout })) {
      council.url ??= /listens on (\S+)/.exec(line)?.[1];
      const [, role, code] = /^code (\w+) \d+ (\S+)/.exec(line) ?? [];
      if (role) council.codes[role] = code;
      if (council.url && council.codes.head && council.codes.scde) break;
    }
    return council;
  }

  /** Nobody answers any more. */
  async close() {
    if (this.server.exitCode !== null) return;
    const ended = once(this.server, 'exit');
    this.server.kill();
    await ended;
  }
}
