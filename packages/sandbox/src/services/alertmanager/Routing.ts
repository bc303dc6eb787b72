import type { World } from '../../world';
import { routingKeyOf } from '../pagerduty';
import { anchored, matchesAll } from './matchers';
import type { Labels, Matcher } from './types';

export const RECEIVERS = ['default', 'pagerduty'] as const;
export type ReceiverName = (typeof RECEIVERS)[number];

/** Labels by which alerts are put together into one notification. */
const GROUP_BY = ['alertname', 'environment', 'service'];

/** The routing tree: what pages somebody goes to PagerDuty, the rest to nobody in particular. */
export class Routing {
  /** Routing keys of PagerDuty by the label `service`. */
  readonly #keys: ReadonlyMap<string, string>;
  readonly #pages: Matcher[];

  constructor(world: World) {
    const onCall = world.components.filter(one => one.pagerdutyServiceId);
    this.#keys = new Map(
      onCall.map(({ name, pagerdutyServiceId }) => [
        name,
        routingKeyOf(pagerdutyServiceId as string),
      ]),
    );
    this.#pages = [
      { name: 'severity', value: 'page', isRegex: false, isEqual: true },
      {
        name: 'environment',
        value: 'production|',
        isRegex: true,
        isEqual: true,
      },
      {
        name: 'service',
        value: [...this.#keys.keys()].join('|'),
        isRegex: true,
        isEqual: true,
      },
    ];
  }

  receiverOf(labels: Labels): ReceiverName {
    return matchesAll(this.#pages, labels) && this.#keys.has(labels.service)
      ? 'pagerduty'
      : 'default';
  }

  /** Whether the receiver's name fits a filter, a regular expression. */
  isReceiver(labels: Labels, filter: string): boolean {
    return anchored(filter).test(this.receiverOf(labels));
  }

  routingKeyOf(labels: Labels): string | undefined {
    return this.#keys.get(labels.service);
  }

  groupLabels(labels: Labels): Labels {
    return Object.fromEntries(
      GROUP_BY.filter(name => labels[name]).map(name => [name, labels[name]]),
    );
  }

  /** Names a group as Alertmanager does: its route, then its labels. */
  groupKey(labels: Labels): string {
    const group = Object.entries(this.groupLabels(labels))
      .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
      .join(', ');
    return `{}/{severity="page"}:{${group}}`;
  }

  /** The configuration as `/api/v2/status` shows it; secrets are hidden. */
  toYaml(pagerdutyUrl: string): string {
    const services = this.#pages[2].value;
    return `# Simulated by the sandbox.
global:
  resolve_timeout: 5m
templates:
  - /etc/alertmanager/pagerduty.tmpl
route:
  receiver: default
  group_by: [${GROUP_BY.join(', ')}]
  group_wait: 0s
  group_interval: 1s
  repeat_interval: 4h
  routes:
    - receiver: pagerduty
      matchers:
        - severity="page"
        - environment=~"production|"
        - service=~"${services}"
receivers:
  - name: default
  - name: pagerduty
    pagerduty_configs:
      - send_resolved: true
        routing_key: <secret>
        url: ${pagerdutyUrl}/v2/enqueue
`;
  }
}
