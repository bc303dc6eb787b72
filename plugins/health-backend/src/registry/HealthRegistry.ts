import { ConflictError } from '@backstage/errors';
import type {
  HealthExtensionPoint,
  HealthProvider,
  HealthResponder,
  HealthSeriesProvider,
  HealthTimelineProvider,
} from '@portico/plugin-health-node';

/** What modules have added. */
export class HealthRegistry implements HealthExtensionPoint {
  readonly providers = new Map<string, HealthProvider>();
  readonly seriesProviders = new Map<string, HealthSeriesProvider>();
  readonly timelineProviders = new Map<string, HealthTimelineProvider>();
  readonly responders = new Map<string, HealthResponder>();

  addProvider(provider: HealthProvider): void {
    add('provider', this.providers, provider);
  }

  addSeriesProvider(provider: HealthSeriesProvider): void {
    add('series provider', this.seriesProviders, provider);
  }

  addTimelineProvider(provider: HealthTimelineProvider): void {
    add('timeline provider', this.timelineProviders, provider);
  }

  addResponder(responder: HealthResponder): void {
    add('responder', this.responders, responder);
  }
}

function add<T extends { id: string }>(
  kind: string,
  known: Map<string, T>,
  item: T,
): void {
  if (known.has(item.id)) {
    throw new ConflictError(
      `Health has a ${kind} '${item.id}' already; two modules add the same.`,
    );
  }
  known.set(item.id, item);
}
