import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** Lets Node run our TypeScript as it stands. */
const TRANSFORM = ['--import', '@backstage/cli/config/nodeTransform.cjs'];

/** A process of ours that can be killed and started again. */
export class Service {
  #child;
  #exited;

  /** `what`: for errors; `args`: after the TypeScript transform; `isReady`: may throw while it is not. */
  constructor({ what, args, env, log, isReady, seconds = 300 }) {
    Object.assign(this, { what, args, env, log, isReady, seconds });
  }

  get pid() {
    return this.#child?.pid;
  }

  /** What it has written since its last start. */
  output() {
    return readFileSync(this.log, 'utf8');
  }

  async start() {
    mkdirSync(dirname(this.log), { recursive: true });
    const file = openSync(this.log, 'w');
    this.#child = spawn(process.execPath, [...TRANSFORM, ...this.args], {
      cwd: ROOT,
      env: { ...process.env, ...this.env },
      stdio: ['ignore', file, file],
    });
    closeSync(file);
    let end;
    this.#exited = new Promise(resolve => {
      this.#child.once('exit', (code, signal) => {
        end = signal ?? `exit code ${code}`;
        resolve();
      });
    });
    const deadline = Date.now() + this.seconds * 1000;
    while (!(await this.isReady().catch(() => false))) {
      if (end || Date.now() > deadline) {
        throw new Error(
          `${this.what} is not ready (${
            end ?? `${this.seconds} s`
          }):\n${this.output().slice(-4000)}`,
        );
      }
      await sleep(100);
    }
    return this;
  }

  /** As a power cut: nothing is told, nothing is finished. */
  async kill() {
    this.#child?.kill('SIGKILL');
    await this.#exited;
  }

  /** Lets it stand still, as a long garbage collection or a frozen disk does. */
  freeze() {
    this.#child.kill('SIGSTOP');
  }

  thaw() {
    this.#child.kill('SIGCONT');
  }

  /** Politely, by force after five seconds. */
  async stop() {
    this.#child?.kill('SIGTERM');
    await Promise.race([this.#exited, sleep(5000, undefined, { ref: false })]);
    await this.kill();
  }
}
