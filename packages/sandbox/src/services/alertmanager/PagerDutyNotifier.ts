import { createHash } from 'node:crypto';
import type { Alert, Labels } from './types';

const TIMEOUT_MS = 10_000;

/** What becomes of an event: taken, worth another try, or refused for good. */
export type Delivery =
  | { ok: true }
  | { ok: false; isTemporary: boolean; message: string };

export interface PagerDutyEvent {
  action: 'trigger' | 'resolve';
  routingKey: string;
  groupKey: string;
  summary: string;
  labels: Labels;
  firing: Alert[];
}

/** Sends events as Alertmanager's PagerDuty integration does (Events API v2). */
export class PagerDutyNotifier {
  constructor(
    private readonly urls: { pagerduty: string; alertmanager: string },
  ) {}

  async send(event: PagerDutyEvent, signal: AbortSignal): Promise<Delivery> {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const response = await fetch(`${this.urls.pagerduty}/v2/enqueue`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Alertmanager/0.28.1',
        },
        body: JSON.stringify(this.#body(event)),
        signal: AbortSignal.any([signal, timeout]),
      });
      const text = await response.text();
      if (response.status === 202) return { ok: true };
      return {
        ok: false,
        isTemporary: response.status === 429 || response.status >= 500,
        message: `unexpected status code ${response.status}: ${text}`,
      };
    } catch (error) {
      return {
        ok: false,
        isTemporary: true,
        message: error instanceof Error ? error.message : String(error),
      };
    }
  }

  #body({
    action,
    routingKey,
    groupKey,
    summary,
    labels,
    firing,
  }: PagerDutyEvent) {
    return {
      routing_key: routingKey,
      dedup_key: createHash('sha256').update(groupKey).digest('hex'),
      event_action: action,
      payload: {
        summary,
        source: 'Alertmanager',
        severity: 'critical',
        component: labels.service,
        group: labels.environment,
        custom_details: {
          firing: firing.map(describe).join('\n'),
          num_firing: String(firing.length),
          num_resolved: action === 'resolve' ? '1' : '0',
        },
      },
      links: firing
        .filter(({ generatorURL }) => generatorURL)
        .map(({ generatorURL }) => ({ href: generatorURL, text: 'Source' })),
      client: 'Alertmanager',
      client_url: `${this.urls.alertmanager}/#/alerts?receiver=pagerduty`,
    };
  }
}

function describe({ labels, annotations, generatorURL }: Alert): string {
  const list = (title: string, values: Labels) =>
    `${title}:\n${Object.entries(values)
      .map(([name, value]) => ` - ${name} = ${value}`)
      .join('\n')}`;
  return [
    list('Labels', labels),
    list('Annotations', annotations),
    `Source: ${generatorURL}`,
  ].join('\n');
}
