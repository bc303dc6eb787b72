#!/usr/bin/env node
/**
 * `npm start`, `npm test`, `npm run doctor` and `yarn dev`: gets what is missing (Node 24, packages, a build, a browser)
 * and runs Portico with its sandbox. Plain Node >= 18, no dependencies.
 */
const major = Number(process.versions.node.split('.')[0]);
if (major < 18) {
  process.stderr.write(
    `Portico needs Node 18 or newer to start (it then fetches Node 24 by itself); this is ${process.version}.\n`,
  );
  process.exit(1);
}
if (process.platform === 'win32') {
  process.stderr.write(
    'Portico does not start on Windows itself; clone and start it inside WSL 2 (wsl --install).\n',
  );
  process.exit(1);
}

const { Stop } = await import('./run/Stop.mjs');
const { stopAll } = await import('./run/processes.mjs');
const commands = {
  start: async () => (await import('./run/start.mjs')).start,
  dev: async () => (await import('./run/dev.mjs')).dev,
  test: async () => (await import('./run/test.mjs')).test,
  bench: async () => (await import('./run/bench.mjs')).bench,
  doctor: async () => (await import('./run/doctor.mjs')).doctor,
};

const [name = 'start', ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, name)) {
  process.stderr.write(
    `Unknown command '${name}'. Use one of: ${Object.keys(commands).join(
      ', ',
    )}.\n`,
  );
  process.exit(1);
}

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
for (const [signal, code] of Object.entries(SIGNALS)) {
  process.on(signal, async () => {
    await stopAll();
    process.exit(code);
  });
}
// A terminal or pipe that is gone must not keep us from ending what was started.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

try {
  const command = await commands[name]();
  process.exitCode = (await command(args)) ?? 0;
} catch (error) {
  process.stderr.write(
    `\n${error instanceof Stop ? error.message : error.stack}\n`,
  );
  process.exitCode = 1;
} finally {
  await stopAll();
}
