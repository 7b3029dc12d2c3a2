// A PostgreSQL of a walk's own, as `sync-server/src/stores/postgres/cluster.rs` makes one for the tests in Rust: a cluster
// in a temporary folder, on loopback, on a free port. A shell watches over it, so that it ends with this process however
// that ends. Needs the programs of Debian's package `postgresql`.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WATCH = 'cat >/dev/null; "$1/pg_ctl" -D "$2/data" -m immediate stop >/dev/null 2>&1; rm -rf "$2"';

/** PostgreSQL refuses to run as root. */
const isRoot = process.getuid() === 0;
const id = (...words) => Number(execFileSync('id', words, { encoding: 'utf8' }));

function programs() {
  const versions = '/usr/lib/postgresql';
  const newest = readdirSync(versions).sort((one, other) => Number(one) - Number(other));
  return join(versions, newest.at(-1), 'bin');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export class Cluster {
  static async open() {
    const cluster = new Cluster();
    cluster.bin = programs();
    cluster.folder = mkdtempSync(join(tmpdir(), 'daftari-postgres-'));
    cluster.port = await freePort();
    cluster.who = ['--'];
    if (isRoot) {
      const [user, group] = [id('-u', 'postgres'), id('-g', 'postgres')];
      chownSync(cluster.folder, user, group);
      cluster.who = [`--reuid=${user}`, `--regid=${group}`, '--clear-groups', '--'];
    }
    cluster.make();
    return cluster;
  }

  make() {
    const data = join(this.folder, 'data');
    const how = ['-U', 'daftari', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    this.run('initdb', [...how, '-D', data], 'pipe');
    const watch = ['sh', '-c', WATCH, 'watch', this.bin, this.folder];
    // A process group of its own: what stops the walk from outside leaves the watch to its work.
    this.watch = spawn('setpriv', [...this.who, ...watch], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    const settings = `-p ${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='${this.folder}'`;
    this.run('pg_ctl', ['-D', data, '-l', join(this.folder, 'log'), '-o', settings, '-w', 'start'], 'ignore');
    this.run('createdb', ['-h', '127.0.0.1', '-U', 'daftari', '-p', String(this.port), 'story'], 'pipe');
    this.url = `postgres://daftari@127.0.0.1:${this.port}/story`;
  }

  /** What is started and left running holds no pipe of ours. */
  run(program, words, stdio) {
    execFileSync('setpriv', [...this.who, join(this.bin, program), ...words], { stdio });
  }

  async close() {
    const ended = once(this.watch, 'exit');
    this.watch.stdin.end();
    await ended;
  }
}
