import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const isAlive = pid => {
  try {
    return process.kill(pid, 0) && !isZombie(pid);
  } catch {
    return false;
  }
};
const isZombie = pid => {
  try {
    return /^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

async function until(condition, what) {
  const deadline = Date.now() + 60_000;
  while (!condition()) {
    assert.ok(Date.now() < deadline, what);
    await sleep(50);
  }
}

test('ends what it started and what that started, even if it does not listen', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-processes-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const log = join(folder, 'pids');
  const script = join(folder, 'script.mjs');
  writeFileSync(
    script,
    `import { launch, stopAll } from ${JSON.stringify(
      new URL('./processes.mjs', import.meta.url).href,
    )};
    launch('sh', ['-c', 'trap "" TERM; sh -c "trap \\\\"\\\\" TERM; echo \\\\$\\\\$; sleep 60; sleep 60" & echo $$; wait'], { log: ${JSON.stringify(
      log,
    )} });
    process.on('SIGTERM', async () => { await stopAll(); process.exit(143); });`,
  );
  const runner = spawn(process.execPath, [script], { stdio: 'inherit' });
  const exited = new Promise(resolve => runner.once('exit', resolve));
  const pids = () => {
    try {
      return readFileSync(log, 'utf8').trim().split('\n').map(Number);
    } catch {
      return [];
    }
  };
  await until(() => pids().length === 2, 'both processes run');
  assert.ok(pids().every(isAlive));
  runner.kill('SIGTERM');
  assert.equal(await exited, 143);
  await until(() => !pids().some(isAlive), 'both processes ended');
});
