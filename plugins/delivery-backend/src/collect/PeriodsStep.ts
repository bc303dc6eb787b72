import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { askPlugin } from '@portico/plugin-flows-node';
import type { HealthHistory } from '@portico/plugin-health-common';
import type { DeliveryStore } from '../store/DeliveryStore';
import type { Counted } from './componentsOf';
import type { Outcome, Step } from './Step';

const TIMEOUT_MS = 30_000;
const CHUNK = 500;
const DAY_MS = 86_400_000;
/** Health keeps so many. */
const MOST_DAYS = 90;

interface PeriodsStepOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  store: DeliveryStore;
  components: () => Counted[];
  now: () => Date;
}

/** Copies from health when each component was degraded or failing, so that it is known for longer than health keeps it. */
export class PeriodsStep implements Step {
  readonly source = 'health';
  readonly #options: PeriodsStepOptions;

  constructor(options: PeriodsStepOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<Outcome> {
    const { store, components } = this.#options;
    const refs = components().map(({ facts }) => facts.entityRef);
    const days = await this.#days();
    let answered = 0;
    for (let from = 0; from < refs.length; from += CHUNK) {
      signal.throwIfAborted();
      const items = await this.#ask(refs.slice(from, from + CHUNK), days);
      answered += Object.keys(items).length;
      await store.putPeriods(
        Object.entries(items).flatMap(([entityRef, { periods = [] }]) =>
          periods.map(period => ({ entityRef, ...period })),
        ),
      );
    }
    return { asked: refs.length, answered };
  }

  /** As many as have passed since health answered, and one to be sure. */
  async #days(): Promise<number> {
    const { store, now } = this.#options;
    const { health } = await store.standings();
    if (!health?.answeredAt) return MOST_DAYS;
    const passed = now().getTime() - Date.parse(health.answeredAt);
    return Math.min(MOST_DAYS, Math.ceil(passed / DAY_MS) + 1);
  }

  async #ask(
    entityRefs: string[],
    days: number,
  ): Promise<Record<string, HealthHistory>> {
    const response = await askPlugin(this.#options, {
      pluginId: 'health',
      path: '/history/by-refs',
      body: { entityRefs, days, periods: true },
      timeoutMs: TIMEOUT_MS,
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return ((await response.json()) as { items: Record<string, HealthHistory> })
      .items;
  }
}
