import { createServer } from 'node:net';
import { Stop } from './Stop.mjs';

/** Ports of the sandbox's services that this version starts; see `packages/sandbox/src/kit/ports.ts`. */
const SANDBOX_PORTS = [7100, 7101, 7102, 7103, 7104, 7105, 7109, 7110, 7111];

/** Ends with one line if a port that Portico needs is taken. */
export async function ensurePortsFree(portalPorts) {
  const taken = [];
  for (const port of [...portalPorts, ...SANDBOX_PORTS]) {
    if (!(await isFree(port))) taken.push(port);
  }
  if (taken.length === 0) return;
  const [first] = taken;
  throw new Stop(
    `Port ${taken.join(', ')} ${
      taken.length === 1 ? 'is' : 'are'
    } taken. Is Portico running already? Stop what listens there (lsof -i :${first}) and start again.`,
  );
}

function isFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
