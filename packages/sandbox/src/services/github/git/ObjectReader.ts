import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import type { ObjectType } from './objects';
import { gitEnvironment } from './runGit';

export interface GitObject {
  sha: string;
  type: ObjectType;
  content: Buffer;
}

interface Waiting {
  resolve(object: GitObject | undefined): void;
  reject(error: Error): void;
}

/** Reads objects of one repository through one `git cat-file --batch`, which ends when idle. */
export class ObjectReader {
  readonly #directory: string;
  readonly #idleMilliseconds: number;
  #child: ChildProcessWithoutNullStreams | undefined;
  #waiting: Waiting[] = [];
  #chunks: Buffer[] = [];
  #size = 0;
  #needed = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(directory: string, idleMilliseconds = 5_000) {
    this.#directory = directory;
    this.#idleMilliseconds = idleMilliseconds;
  }

  /** @param name any revision expression, e.g. `HEAD:catalog-info.yaml` */
  read(name: string): Promise<GitObject | undefined> {
    if (!name || /[\n\0]/.test(name)) return Promise.resolve(undefined);
    clearTimeout(this.#idle);
    const child = this.#child ?? this.#start();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      child.stdin.write(`${name}\n`);
    });
  }

  close(): void {
    clearTimeout(this.#idle);
    this.#child?.stdin.end();
    this.#child = undefined;
  }

  #start() {
    const child = spawn(
      'git',
      [`--git-dir=${this.#directory}`, 'cat-file', '--batch'],
      { env: gitEnvironment() },
    );
    this.#child = child;
    this.#chunks = [];
    this.#size = 0;
    this.#needed = 0;
    child.stdin.on('error', () => {});
    child.stderr.resume();
    child.stdout.on('data', chunk => {
      this.#chunks.push(chunk);
      this.#size += chunk.length;
      if (this.#size >= this.#needed) this.#drain();
    });
    const ended = (error?: Error) => {
      if (this.#child === child) this.#child = undefined;
      const failed = this.#waiting.splice(0);
      for (const { reject } of failed) {
        reject(
          error ??
            new Error(`git cat-file in ${this.#directory} ended unasked`),
        );
      }
    };
    child.on('error', ended);
    child.on('close', () => {
      if (this.#child === child) ended();
    });
    return child;
  }

  #drain() {
    let buffer = Buffer.concat(this.#chunks);
    this.#needed = 0;
    for (;;) {
      const end = buffer.indexOf(0x0a);
      if (end < 0) break;
      const header = buffer.toString('utf8', 0, end);
      const match = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(header);
      if (!match) {
        buffer = buffer.subarray(end + 1);
        this.#waiting.shift()?.resolve(undefined);
        continue;
      }
      const length = Number(match[3]);
      if (buffer.length < end + length + 2) {
        this.#needed = end + length + 2;
        break;
      }
      this.#waiting.shift()?.resolve({
        sha: match[1],
        type: match[2] as ObjectType,
        content: Buffer.from(buffer.subarray(end + 1, end + 1 + length)),
      });
      buffer = buffer.subarray(end + length + 2);
    }
    this.#chunks = buffer.length ? [Buffer.from(buffer)] : [];
    this.#size = buffer.length;
    if (!this.#waiting.length) {
      this.#idle = setTimeout(() => this.close(), this.#idleMilliseconds);
      this.#idle.unref();
    }
  }
}
