import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LOGS, STATE } from './paths.mjs';
import { run } from './processes.mjs';
import { say } from './say.mjs';
import { Stop } from './Stop.mjs';

const FOLDER = join(STATE, 'node');
const FETCHED = join(FOLDER, 'node_modules', 'node', 'bin', 'node');

/**
 * A Node that Backstage runs on: this one if it is 22 or 24, else Node 24 from the npm package `node`,
 * kept under `.portico/node`. Returns the binary and an environment whose PATH begins with it.
 */
export async function ensureNode() {
  const major = process.versions.node.split('.')[0];
  const node = ['22', '24'].includes(major)
    ? process.execPath
    : await fetchNode24();
  const env = {
    ...process.env,
    PATH: `${dirname(node)}:${process.env.PATH}`,
    NODE_OPTIONS: '',
  };
  return { node, env };
}

async function fetchNode24() {
  if (!existsSync(FETCHED)) {
    say(`Fetching Node 24: Backstage does not run on ${process.version}`);
    const options = ['--no-save', '--no-audit', '--no-fund'];
    const patience = ['--fetch-retries=1', '--fetch-timeout=60000'];
    await run(
      'Fetching Node 24 with npm',
      'npm',
      ['install', ...options, ...patience, '--prefix', FOLDER, 'node@24'],
      { log: join(LOGS, 'node.log') },
    );
  }
  if (spawnSync(FETCHED, ['--version']).status !== 0) {
    throw new Stop(
      `The npm package node@24 has no Node that runs on this machine (${process.platform} ${process.arch}). Install Node 24 yourself and start again.`,
    );
  }
  return FETCHED;
}
