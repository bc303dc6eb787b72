import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './paths.mjs';
import { reasonOf } from './reasonOf.mjs';
import { Stop } from './Stop.mjs';

const children = new Map();
/** Process groups that may still have members; a group bears the id of the process that leads it. */
const groups = new Set();
let stopping = false;

/**
 * Starts a process in a group of its own, so that whatever it starts ends with it.
 * Its output goes to `log`, or to the terminal without one. `exited` tells how it ended, unless
 * {@link stopAll} ended it: who waits for it then has nothing more to say.
 */
export function launch(command, args, { env, log, cwd = ROOT } = {}) {
  if (stopping) return { exited: new Promise(() => {}) };
  if (log) mkdirSync(dirname(log), { recursive: true });
  const output = log ? openSync(log, 'w') : 'inherit';
  const child = spawn(command, args, {
    cwd,
    env: env ?? process.env,
    detached: true,
    stdio: ['ignore', output, output],
  });
  if (log) closeSync(output);
  if (child.pid) groups.add(child.pid);

  const ended = new Promise(resolve => {
    child.once('error', error => resolve({ error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  children.set(child, ended);
  ended.then(() => {
    children.delete(child);
    if (!isAlive(child.pid)) groups.delete(child.pid);
  });
  child.exited = new Promise(resolve => {
    ended.then(end => {
      if (!stopping) resolve(end);
    });
  });
  return child;
}

/** How a process ended, in words. */
export function endInWords({ code, signal, error }) {
  if (error) return error.message;
  return signal ? `killed by ${signal}` : `exit code ${code}`;
}

/** The error that a process left: one line with the reason and where all of it stands. */
export function failure(what, end, log) {
  const reason = (log && reasonOf(readFileSync(log, 'utf8'))) || undefined;
  const where = log ? ` All of it: ${relative(process.cwd(), log)}` : '';
  return new Stop(
    `${what} failed (${endInWords(end)})${
      reason ? `: ${reason}` : ''
    }.${where}`,
  );
}

/** Runs to the end; a failure ends everything with one line. */
export async function run(what, command, args, options = {}) {
  const end = await launch(command, args, options).exited;
  if (end.code !== 0) throw failure(what, end, options.log);
}

/** The last lines of a log. */
export function tailOf(log, lines) {
  const text = readFileSync(log, 'utf8').trimEnd();
  return text.split('\n').slice(-lines).join('\n');
}

/** Ends everything that was started: politely first, after five seconds by force. */
export async function stopAll() {
  stopping = true;
  signalGroups('SIGTERM');
  await Promise.race([
    Promise.all(children.values()),
    sleep(5000, undefined, { ref: false }),
  ]);
  // What those processes started has two more seconds.
  for (let i = 0; i < 40 && [...groups].some(isAlive); i++) await sleep(50);
  signalGroups('SIGKILL');
}

function signalGroups(signal) {
  for (const id of groups) signalGroup(id, signal);
}

function isAlive(id) {
  return id !== undefined && signalGroup(id, 0);
}

/** Returns whether there was someone to signal. macOS says EPERM for a group of zombies. */
function signalGroup(id, signal) {
  try {
    return process.kill(-id, signal);
  } catch (error) {
    if (error.code === 'ESRCH' || error.code === 'EPERM') return false;
    throw error;
  }
}
