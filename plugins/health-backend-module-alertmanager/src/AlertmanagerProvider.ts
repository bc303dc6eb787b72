import type {
  HealthCollection,
  HealthProvider,
  HealthSubject,
} from '@portico/plugin-health-node';
import { readFiringAlerts } from './AlertSource';
import type { AlertmanagerClient } from './client/AlertmanagerClient';
import type { AlertmanagerSettings } from './config/AlertmanagerSettings';
import { AlertIndex } from './matching/AlertIndex';
import { alertSignals } from './signals/alertSignals';

/** What fires, from one list of each Alertmanager however many entities there are. */
export class AlertmanagerProvider implements HealthProvider {
  readonly id = 'alertmanager';
  readonly title = 'Alertmanager';
  readonly instances: readonly string[];
  readonly #clients: readonly AlertmanagerClient[];
  readonly #settings: AlertmanagerSettings;

  constructor(
    clients: readonly AlertmanagerClient[],
    settings: AlertmanagerSettings,
  ) {
    this.#clients = clients;
    this.#settings = settings;
    this.instances = clients.map(({ instance }) => instance.name);
  }

  /** Everything has a name, and may have alerts. */
  appliesTo(_subject: HealthSubject): boolean {
    return true;
  }

  async collect(
    subjects: HealthSubject[],
    { signal, now }: { signal: AbortSignal; now: Date },
  ): Promise<HealthCollection> {
    const { alerts, gaps, requests } = await readFiringAlerts(
      this.#clients,
      signal,
    );
    const index = new AlertIndex(alerts, this.#settings.matchLabels);
    const signals: HealthCollection['signals'] = new Map();
    for (const subject of subjects) {
      const { entityRef } = subject;
      try {
        const own = alertSignals(index.of(subject), this.#settings, now);
        if (own.length) signals.set(entityRef, own);
      } catch (error) {
        gaps.push({
          entityRefs: [entityRef],
          message: (error as Error).message,
        });
      }
    }
    return { signals, gaps, requests };
  }
}
