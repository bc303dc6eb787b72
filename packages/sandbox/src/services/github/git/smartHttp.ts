import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Request, Response } from 'express';
import { gitEnvironment } from './runGit';

let backend: Promise<string> | undefined;

/** Path of `git-http-backend`, which every git with a server part has. */
function httpBackend(): Promise<string> {
  backend ??= promisify(execFile)('git', ['--exec-path']).then(({ stdout }) => {
    const path = join(stdout.trim(), 'git-http-backend');
    if (!existsSync(path)) {
      throw new Error(
        `${path} is missing: install git with its HTTP server part (on Alpine: apk add git-daemon)`,
      );
    }
    return path;
  });
  return backend;
}

/**
 * Hands a request to `git http-backend` and its answer to the client.
 * https://git-scm.com/docs/git-http-backend
 *
 * @param options.beforeEnd runs when git is done and before the client hears of it
 */
export async function serveGit(
  request: Request,
  response: Response,
  options: {
    root: string;
    /** e.g. `/mini-org/orders.git/info/refs`. */
    path: string;
    user?: string;
    /** git configuration, e.g. `core.hooksPath`. */
    config: Record<string, string>;
    environment?: Record<string, string>;
    beforeEnd?: () => Promise<void>;
  },
): Promise<void> {
  const program = await httpBackend();
  const config = Object.entries({
    'http.receivepack': 'true',
    ...options.config,
  });
  const environment: NodeJS.ProcessEnv = {
    ...gitEnvironment(),
    ...options.environment,
    GIT_PROJECT_ROOT: options.root,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: options.path,
    REQUEST_METHOD: request.method,
    QUERY_STRING: request.originalUrl.split('?')[1] ?? '',
    CONTENT_TYPE: request.get('content-type') ?? '',
    HTTP_CONTENT_ENCODING: request.get('content-encoding') ?? '',
    GIT_PROTOCOL: request.get('git-protocol') ?? '',
    REMOTE_ADDR: '127.0.0.1',
    GIT_CONFIG_COUNT: String(config.length),
  };
  if (options.user) environment.REMOTE_USER = options.user;
  const length = request.get('content-length');
  if (length) environment.CONTENT_LENGTH = length;
  config.forEach(([key, value], index) => {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  });

  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, { env: environment });
    let head: Buffer | undefined = Buffer.alloc(0);
    child.on('error', reject);
    child.stdin.on('error', () => {});
    child.stderr.resume();
    response.on('close', () => child.kill());
    request.pipe(child.stdin);
    child.stdout.on('data', (chunk: Buffer) => {
      if (!head) {
        response.write(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      for (const line of head.toString('latin1', 0, end).split('\r\n')) {
        const [name, value] = line.split(/: ?(.*)/s);
        if (/^status$/i.test(name)) response.status(parseInt(value, 10));
        else response.set(name, value);
      }
      response.write(head.subarray(end + 4));
      head = undefined;
    });
    child.on('close', () => {
      if (head) {
        reject(
          new Error(`git http-backend gave no answer for ${options.path}`),
        );
        return;
      }
      const done = options.beforeEnd?.() ?? Promise.resolve();
      done.then(() => {
        response.end();
        resolve();
      }, reject);
    });
  });
}
