import type { AlertState } from './AlertState';

const TIMEOUT_MS = 10_000;

/** Sends alerts to Alertmanager as Prometheus does. */
export class AlertmanagerClient {
  readonly #url: () => string;

  /** @param url its base, e.g. `http://127.0.0.1:7107` */
  constructor(url: () => string) {
    this.#url = url;
  }

  /** @throws Error that says what came back */
  async send(
    alerts: { alert: AlertState; generatorURL: string }[],
    signal: AbortSignal,
  ): Promise<void> {
    const url = `${this.#url()}/api/v2/alerts`;
    const body = alerts.map(({ alert, generatorURL }) => ({
      labels: alert.labels,
      annotations: alert.annotations,
      startsAt: timestamp(alert.firedAt),
      endsAt: timestamp(alert.resolvedAt ?? alert.validUntil),
      generatorURL,
    }));
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Prometheus/2.42.0',
      },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.body?.cancel();
    if (!response.ok) {
      throw new Error(
        `Alertmanager at ${url} answered ${response.status} to ${alerts.length} alerts`,
      );
    }
  }
}

function timestamp(at = 0): string {
  return new Date(at).toISOString();
}
