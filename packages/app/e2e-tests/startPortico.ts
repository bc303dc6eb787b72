import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approvalRules } from './approvalRules';

const ROOT = join(__dirname, '..', '..', '..');
const READY_WITHIN_MS = 14 * 60_000;

/** Starts Portico as a newcomer does, with a memory of its own. Returns what stops it. */
export default async function startPortico(): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'portico-e2e-'));
  process.env.PORTICO_DATA = data;
  const portico = await launchPortico();
  process.env.PORTICO_PID = String(portico.pid);
  return async () => {
    await portico.end();
    rmSync(data, { recursive: true, force: true });
  };
}

/** `npm start` until it says that it is ready. */
export async function launchPortico(
  ...options: string[]
): Promise<{ pid: number; output: () => string; end: () => Promise<void> }> {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'scripts', 'run.mjs'), 'start', ...options],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        APP_CONFIG_approvals_rules: JSON.stringify(approvalRules()),
        // Enough to compare a month with.
        APP_CONFIG_cost_backfillMonths: '2',
        // Nobody has to wait a minute for each change.
        APP_CONFIG_health_providers: JSON.stringify({
          prometheus: { intervalSeconds: 15 },
          alertmanager: { intervalSeconds: 15 },
        }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const exited = new Promise<void>(resolve =>
    child.once('exit', () => resolve()),
  );
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`npm start was not ready in time:\n${output}`)),
      READY_WITHIN_MS,
    );
    const listen = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('Portico is ready: http://localhost:7007')) {
        clearTimeout(timer);
        resolve();
      }
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    exited.then(() => {
      clearTimeout(timer);
      reject(new Error(`npm start ended:\n${output}`));
    });
  });
  return {
    pid: child.pid!,
    output: () => output,
    async end() {
      child.kill('SIGINT');
      await exited;
    },
  };
}
