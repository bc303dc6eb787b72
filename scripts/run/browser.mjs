import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { LOGS, ROOT, YARN } from './paths.mjs';
import { launch } from './processes.mjs';
import { say } from './say.mjs';
import { Stop } from './Stop.mjs';

const SYSTEM = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

function findSystemBrowser() {
  for (const name of SYSTEM) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], {
      encoding: 'utf8',
    });
    if (status === 0) return stdout.trim();
  }
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return existsSync(mac) ? mac : undefined;
}

/**
 * A browser for the tests: the system's Chromium, else Playwright's download, else, as root on
 * Debian, the package. Returns the binary's path; `undefined` means Playwright's own.
 */
export async function ensureBrowser({ node, env }) {
  const installed = findSystemBrowser();
  if (installed) return installed;
  say('No Chromium on this machine; trying the download of Playwright');
  const download = await launch(
    node,
    [YARN, 'playwright', 'install', 'chromium-headless-shell'],
    { env, log: join(LOGS, 'browser.log'), cwd: ROOT },
  ).exited;
  if (download.code === 0) return undefined;
  if (process.getuid?.() === 0) {
    say('The download failed; installing the Debian package chromium');
    const script =
      'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium';
    await launch('sh', ['-c', script], {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      log: join(LOGS, 'browser.log'),
    }).exited;
    const packaged = findSystemBrowser();
    if (packaged) return packaged;
  }
  throw new Stop(
    `The browser tests need a Chromium: install one (on Debian: apt-get install chromium) and run the tests again. What was tried: ${join(
      LOGS,
      'browser.log',
    )}`,
  );
}
