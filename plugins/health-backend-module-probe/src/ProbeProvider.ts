import { ANNOTATIONS, type HealthSignal } from '@portico/plugin-health-common';
import type {
  HealthCollection,
  HealthProvider,
  HealthSubject,
} from '@portico/plugin-health-node';
import limit from 'p-limit';
import { setTimeout as pause } from 'node:timers/promises';
import type { ProbeConfig } from './readProbeConfig';

/** Addresses asked at a time. */
const AT_ONCE = 20;
/** Before the second try, which alone makes a failure. */
const RETRY_MS = 1_000;

/** Asks the address that an entity names, and takes any answer below 400 for a good one. Redirects are not followed. */
export class ProbeProvider implements HealthProvider {
  readonly id = 'probe';
  readonly title = 'Probe';
  readonly instances: readonly string[] = [];
  readonly #options: ProbeConfig;

  constructor(options: ProbeConfig) {
    this.#options = options;
  }

  get intervalSeconds(): number {
    return this.#options.intervalSeconds;
  }

  appliesTo(subject: HealthSubject): boolean {
    return addressOf(subject) !== undefined;
  }

  async collect(
    subjects: HealthSubject[],
    { signal, now }: { signal: AbortSignal; now: Date },
  ): Promise<HealthCollection> {
    const collection: HealthCollection = {
      signals: new Map(),
      gaps: [],
      requests: 0,
    };
    const atOnce = limit(AT_ONCE);
    await Promise.all(
      subjects.map(({ entityRef, ...subject }) =>
        atOnce(async () => {
          const address = addressOf({ entityRef, ...subject }) ?? '';
          const url = URL.parse(address);
          if (!url || !this.#options.isAllowed(url)) {
            collection.gaps.push({
              entityRefs: [entityRef],
              message: `${ANNOTATIONS.probe}: '${address}' may not be probed; ask the platform team to add its origin to health.probe.allow.`,
            });
            return;
          }
          const found = await this.#probe(url, signal);
          collection.requests += found.requests;
          collection.signals.set(entityRef, [
            {
              id: 'probe:answer',
              provider: this.id,
              kind: 'probe',
              title: 'Probe',
              environment: 'production',
              serving: true,
              observedAt: now.toISOString(),
              evidence: { title: url.host, url: url.href },
              ...found.told,
            },
          ]);
        }),
      ),
    );
    return collection;
  }

  async #probe(url: URL, signal: AbortSignal) {
    const first = await this.#ask(url, signal);
    if (first.state === 'healthy') return { told: first, requests: 1 };
    await pause(RETRY_MS, undefined, { signal });
    return { told: await this.#ask(url, signal), requests: 2 };
  }

  async #ask(
    url: URL,
    signal: AbortSignal,
  ): Promise<Pick<HealthSignal, 'state' | 'value' | 'text' | 'detail'>> {
    const { timeoutSeconds } = this.#options;
    const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
    const begun = performance.now();
    try {
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { 'user-agent': 'Portico health probe' },
        signal: AbortSignal.any([signal, timeout]),
      });
      await response.body?.cancel();
      const seconds = (performance.now() - begun) / 1000;
      return response.status < 400
        ? { state: 'healthy', value: { value: seconds, unit: 'seconds' } }
        : { state: 'failing', text: `answered ${response.status}` };
    } catch (error) {
      signal.throwIfAborted();
      const { message, cause } = error as Error;
      return {
        state: 'failing',
        text: 'no answer',
        detail: timeout.aborted
          ? `none within ${timeoutSeconds} s`
          : (cause instanceof Error && cause.message) || message,
      };
    }
  }
}

function addressOf({ entity }: HealthSubject): string | undefined {
  return entity.metadata.annotations?.[ANNOTATIONS.probe];
}
