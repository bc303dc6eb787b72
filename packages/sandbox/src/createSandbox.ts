import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  Clock,
  createServiceApp,
  Faults,
  PORTS,
  RequestLog,
  Store,
  type Kit,
  type SandboxService,
  type ServiceName,
} from './kit';
import { createServices } from './services';

export interface SandboxOptions {
  /** Folder that keeps the state. */
  dataDir: string;
  /** `fixed` takes the documented ports, `free` any that the system gives (for tests). */
  ports: 'fixed' | 'free';
  /** How long a simulated second takes, in real seconds; see {@link Clock}. */
  pace?: number;
  /** Starts only these (and listens for no other); all if absent. */
  only?: ServiceName[];
}

/** A running sandbox. */
export interface Sandbox {
  urls: Record<ServiceName, string>;
  services: SandboxService[];
  stop(): Promise<void>;
}

/**
 * Builds the mini-org's platform and listens on 127.0.0.1.
 *
 * @throws Error that names the service and the port where a port is taken
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { dataDir, ports, pace, only } = options;
  const names = Object.keys(PORTS) as ServiceName[];
  const store = Store.open(join(dataDir, 'sandbox.sqlite'));
  const clock = new Clock(pace);
  const requests = new RequestLog();
  const faults = new Faults(names);
  const urls = {} as Record<ServiceName, string>;

  const kit: Kit = {
    store,
    clock,
    dataDir,
    urls,
    background(what, work) {
      work().catch(error => {
        process.stderr.write(`sandbox: ${what}: ${error.stack ?? error}\n`);
      });
    },
  };

  const servers = new Map<ServiceName, Server>();
  for (const name of names) {
    const server = createServer();
    server.keepAliveTimeout = 65_000;
    servers.set(name, server);
    urls[name] = `http://127.0.0.1:${PORTS[name]}`;
    if (ports === 'free') {
      await listen(server, name, 0);
      urls[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    }
  }

  const services = createServices({ kit, requests, faults }).filter(
    service => !only || only.includes(service.name),
  );

  const seeded = store.collection<boolean>('kit', 'seeded');
  for (const service of services) {
    if (service.seed && !seeded.get(service.name)) {
      await service.seed();
      seeded.put(service.name, true);
    }
  }
  for (const service of services) {
    const server = servers.get(service.name)!;
    server.on('request', createServiceApp({ service, requests, faults }));
    // 7110 speaks SMTP, which its service listens for itself.
    if (ports === 'fixed') await listen(server, service.name, PORTS[service.name]);
  }
  for (const service of services) await service.start?.();

  return {
    urls,
    services,
    async stop() {
      clock.stop();
      for (const service of [...services].reverse()) await service.stop?.();
      await Promise.all(
        [...servers.values()].map(server => {
          server.closeAllConnections();
          return new Promise<void>(resolve => server.close(() => resolve()));
        }),
      );
      store.close();
    },
  };
}

function listen(server: Server, name: ServiceName, port: number) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port}, which the sandbox's ${name} needs, is taken. Stop what listens there (lsof -i :${port}) and start again.`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}
