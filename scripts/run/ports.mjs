import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Stop } from './Stop.mjs';

/** Ports of the sandbox's services, by name. */
const SANDBOX_PORTS = JSON.parse(
  readFileSync(
    new URL('../../packages/sandbox/src/kit/portNumbers.json', import.meta.url),
    'utf8',
  ),
);

/** Ends with one line if a port that Portico needs is taken. */
export async function ensurePortsFree(portalPorts) {
  const taken = [];
  for (const port of [...portalPorts, ...Object.values(SANDBOX_PORTS)]) {
    // A browser may take `localhost` for either address.
    const free =
      (await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'));
    if (!free) taken.push(port);
  }
  if (taken.length === 0) return;
  const [first] = taken;
  throw new Stop(
    taken.length === 1
      ? `Port ${first} is taken. Stop what listens there (lsof -i :${first}) and start again.`
      : `Ports ${taken.join(
          ', ',
        )} are taken. Is Portico running already? Stop what listens there (lsof -i :${first}) and start again.`,
  );
}

function isFree(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', ({ code }) => resolve(code !== 'EADDRINUSE'));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
