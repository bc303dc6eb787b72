import type { AlertState } from './AlertState';

const TIMEOUT_MS = 10_000;

/** Sends alerts to Alertmanager as Prometheus does. */
export class AlertmanagerClient {
  readonly #urls: { alertmanager: string; prometheus: string };

  /** @param urls base URLs, without a slash behind */
  constructor(urls: { alertmanager: string; prometheus: string }) {
    this.#urls = urls;
  }

  /**
   * @param alerts with the expressions of their rules
   * @throws Error that says what came back
   */
  async send(
    alerts: { alert: AlertState; expr: string }[],
    signal: AbortSignal,
  ): Promise<void> {
    const url = `${this.#urls.alertmanager}/api/v2/alerts`;
    const body = alerts.map(({ alert, expr }) => ({
      labels: alert.labels,
      annotations: alert.annotations,
      startsAt: timestamp(alert.firedAt),
      endsAt: timestamp(alert.resolvedAt ?? alert.validUntil),
      generatorURL: this.#generatorUrl(expr),
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
        `${url} answered ${response.status} to ${alerts.length} alerts`,
      );
    }
  }

  #generatorUrl(expr: string): string {
    const query = new URLSearchParams({ 'g0.expr': expr, 'g0.tab': '1' });
    return `${this.#urls.prometheus}/graph?${query}`;
  }
}

function timestamp(at = 0): string {
  return new Date(at).toISOString();
}
