import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nothing listens on. */
export function freePort() {
  return new Promise(resolve => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
