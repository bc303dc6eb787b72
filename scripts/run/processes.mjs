import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROOT } from './paths.mjs';
import { Stop } from './Stop.mjs';

const running = new Set();

/**
 * Starts a process in a group of its own, so that whatever it starts ends with it.
 * Its output goes to `log`, or to the terminal without one.
 */
export function launch(command, args, { env, log, cwd = ROOT } = {}) {
  if (log) mkdirSync(dirname(log), { recursive: true });
  const child = spawn(command, args, {
    cwd,
    env: env ?? process.env,
    detached: true,
    stdio: log ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  if (log) {
    const file = createWriteStream(log);
    child.stdout.pipe(file, { end: false });
    child.stderr.pipe(file, { end: false });
  }
  running.add(child);
  child.exited = new Promise(resolve => {
    child.once('error', error => {
      running.delete(child);
      resolve({ code: -1, error });
    });
    child.once('exit', (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    });
  });
  return child;
}

/** Runs to the end; a failure ends everything with one line and the log's last lines. */
export async function run(what, command, args, options = {}) {
  const { code, error } = await launch(command, args, options).exited;
  if (code === 0) return;
  const reason = error ? error.message : `it exited with ${code}`;
  const tail = options.log
    ? `\n${tailOf(options.log)}\nAll of it: ${options.log}`
    : '';
  throw new Stop(`${what} failed: ${reason}.${tail}`);
}

/** The last lines of a log. */
export function tailOf(log, lines = 15) {
  return readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .join('\n');
}

/** Ends everything that was started: politely first, after five seconds by force. */
export async function stopAll() {
  const children = [...running];
  for (const child of children) signalGroup(child, 'SIGTERM');
  const force = setTimeout(() => {
    for (const child of running) signalGroup(child, 'SIGKILL');
  }, 5000);
  await Promise.all(children.map(child => child.exited));
  clearTimeout(force);
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
