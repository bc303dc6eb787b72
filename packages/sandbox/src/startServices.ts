import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Clock,
  createServiceApp,
  Faults,
  InFlight,
  Listeners,
  PORTS,
  RequestLog,
  Store,
  type Kit,
  type SandboxControl,
  type SandboxService,
  type ServiceName,
} from './kit';

export interface StartOptions {
  /** Folder that keeps the state. */
  dataDir: string;
  /** `fixed` takes the documented ports, `free` any that the system gives (for tests). */
  ports: 'fixed' | 'free';
  /** How long a simulated second takes, in real seconds; see {@link Clock}. */
  pace?: number;
  /** Builds the services to run, in the order in which they are seeded and started. */
  createServices(context: ServiceContext): SandboxService[];
}

/** What services are built from. */
export interface ServiceContext {
  kit: Kit;
  requests: RequestLog;
  faults: Faults;
  control: SandboxControl;
}

/** A running sandbox. */
export interface Sandbox {
  urls: Record<ServiceName, string>;
  services: SandboxService[];
  /** Goes back to the seeded state in place: same ports, same objects. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs services on 127.0.0.1, whichever they are: the whole sandbox, or one of them in its own test.
 *
 * @throws Error that names the service and the port where a port is taken
 */
export async function startServices(options: StartOptions): Promise<Sandbox> {
  const { dataDir, ports, pace, createServices } = options;
  const store = Store.open(join(dataDir, 'sandbox.sqlite'));
  const filesDir = join(dataDir, 'files');
  await mkdir(filesDir, { recursive: true });
  const clock = new Clock(pace);
  const requests = new RequestLog();
  const faults = new Faults(
    Object.keys(PORTS).filter(name => name !== 'control'),
  );
  const inFlight = new InFlight();
  const listeners = new Listeners(ports);
  const urls = await listeners.reserve();
  const services: SandboxService[] = [];
  let ready = false;
  let resetting: Promise<void> | undefined;

  const kit: Kit = {
    store,
    clock,
    dataDir: filesDir,
    urls,
    background(what, work) {
      inFlight.background(work(), error => {
        process.stderr.write(`sandbox: ${what}: ${error.stack ?? error}\n`);
      });
    },
  };

  // Until all are seeded, and during a reset, the control service alone answers.
  const isReadyFor = (service: SandboxService) => () =>
    ready || service.name === 'control';

  const reset = () => {
    resetting ??= resetNow().finally(() => {
      resetting = undefined;
    });
    return resetting;
  };
  const control = {
    services: () => services,
    isListening: (service: SandboxService) =>
      isReadyFor(service)() && listeners.isListening(service.name),
    reset,
  };
  services.push(...createServices({ kit, requests, faults, control }));

  async function seedAndStart() {
    clock.start();
    const seeded = store.collection<boolean>('kit', 'seeded');
    for (const service of services) {
      if (service.seed && !seeded.get(service.name)) {
        store.clear(service.name);
        await service.seed();
        seeded.put(service.name, true);
      }
    }
    ready = true;
    for (const service of services) await service.start?.();
  }

  async function stopServices() {
    ready = false;
    await inFlight.requestsDone();
    listeners.disconnectExcept('control');
    clock.stop();
    for (const service of [...services].reverse()) await service.stop?.();
    await inFlight.workDone();
  }

  async function resetNow() {
    await stopServices();
    store.clear();
    await rm(filesDir, { recursive: true, force: true });
    await mkdir(filesDir, { recursive: true });
    faults.clear();
    requests.clear();
    await seedAndStart();
  }

  async function stop() {
    await resetting?.catch(() => undefined);
    await stopServices();
    await listeners.close();
    store.close();
  }

  try {
    await listeners.closeExcept(services.map(service => service.name));
    for (const service of services) {
      const isReady = isReadyFor(service);
      const app = createServiceApp({
        service,
        requests,
        faults,
        inFlight,
        isReady,
      });
      await listeners.open(service.name, app);
    }
    await seedAndStart();
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls, services, reset, stop };
}
