import type { Collection, Kit } from '../../kit';
import type { Alerts } from './Alerts';
import { PagerDutyNotifier } from './PagerDutyNotifier';
import type { Routing } from './Routing';
import type { Silences } from './Silences';
import type { Alert, Labels, Notification } from './types';

const INTERVAL_MS = 1_000;
/** `repeat_interval`: PagerDuty is told again of what still fires. */
const REPEAT_MS = 4 * 3_600_000;
const LONGEST_PAUSE_MS = 60_000;

interface Group {
  labels: Labels;
  firing: Alert[];
}

/**
 * Tells PagerDuty what pages: once when it begins, again after `repeat_interval`, and when it is over. While
 * all alerts of a group are silenced it says nothing; what ended meanwhile is told after the silence.
 */
export class Dispatcher {
  readonly #kit: Kit;
  readonly #alerts: Alerts;
  readonly #silences: Silences;
  readonly #routing: Routing;
  readonly #log: Collection<Notification>;
  #stopped = new AbortController();
  #round: Promise<void> | undefined;
  #isStale = false;

  constructor(options: {
    kit: Kit;
    alerts: Alerts;
    silences: Silences;
    routing: Routing;
  }) {
    this.#kit = options.kit;
    this.#alerts = options.alerts;
    this.#silences = options.silences;
    this.#routing = options.routing;
    this.#log = options.kit.store.collection('alertmanager', 'notifications');
  }

  start(): void {
    this.#stopped = new AbortController();
    this.#tick();
  }

  stop(): void {
    this.#stopped.abort();
  }

  /** What PagerDuty knows of an alert's group. */
  notificationOf(labels: Labels): Notification | undefined {
    return this.#log.get(this.#routing.groupKey(labels));
  }

  /** Looks at all alerts now, or right after the look that is under way. */
  wake(): void {
    if (this.#stopped.signal.aborted) return;
    this.#isStale = true;
    if (this.#round) return;
    this.#round = this.#flush().finally(() => {
      this.#round = undefined;
    });
    const round = this.#round;
    this.#kit.background('Alertmanager notifies PagerDuty', () => round);
  }

  #tick() {
    this.#alerts.collectGarbage();
    this.#silences.collectGarbage();
    this.wake();
    this.#kit.clock.after(INTERVAL_MS, () => this.#tick());
  }

  async #flush() {
    while (this.#isStale && !this.#stopped.signal.aborted) {
      this.#isStale = false;
      const groups = this.#groups();
      for (const [key, group] of groups) await this.#begin(key, group);
      for (const [key, known] of this.#log.entries()) {
        if (!groups.has(key)) await this.#end(key, known);
      }
    }
  }

  /** Groups of alerts that fire and page, by key. */
  #groups(): Map<string, Group> {
    const groups = new Map<string, Group>();
    for (const [, alert] of this.#alerts.firing()) {
      const { labels } = alert;
      if (this.#routing.receiverOf(labels) !== 'pagerduty') continue;
      const key = this.#routing.groupKey(labels);
      const group = groups.get(key) ?? {
        labels: this.#routing.groupLabels(labels),
        firing: [],
      };
      group.firing.push(alert);
      groups.set(key, group);
    }
    return groups;
  }

  async #begin(key: string, { labels, firing }: Group) {
    const now = this.#kit.clock.now().getTime();
    const known = this.#log.get(key);
    const isTold =
      known?.state === 'firing' &&
      known.sentAt > 0 &&
      now - known.sentAt < REPEAT_MS;
    if (isTold || (known && known.nextAt > now)) return;
    const heard = firing.filter(
      alert => this.#silences.muting(alert.labels).length === 0,
    );
    const routingKey = this.#routing.routingKeyOf(firing[0].labels);
    if (heard.length === 0 || !routingKey) return;
    const summary = summaryOf(heard);
    const notification = { labels, routingKey, summary, firing: heard };
    await this.#send(key, notification, 'firing');
  }

  async #end(key: string, known: Notification) {
    const now = this.#kit.clock.now().getTime();
    if (known.state === 'resolved' || known.nextAt > now) return;
    if (this.#silences.muting(known.labels).length > 0) return;
    if (known.sentAt === 0) {
      this.#log.delete(key); // It was over before PagerDuty ever heard of it.
      return;
    }
    await this.#send(key, { ...known, firing: [] }, 'resolved');
  }

  async #send(
    groupKey: string,
    what: Pick<Notification, 'labels' | 'routingKey' | 'summary'> & {
      firing: Alert[];
    },
    state: Notification['state'],
  ) {
    const { labels, routingKey, summary } = what;
    const { signal } = this.#stopped;
    const delivery = await new PagerDutyNotifier(this.#kit.urls).send(
      {
        ...what,
        groupKey,
        action: state === 'firing' ? 'trigger' : 'resolve',
      },
      signal,
    );
    if (signal.aborted) return;
    const now = this.#kit.clock.now().getTime();
    const known = this.#log.get(groupKey);
    const base = { labels, routingKey, summary };
    if (delivery.ok) {
      const done = { state, sentAt: now, failures: 0, nextAt: 0 };
      this.#log.put(groupKey, { ...base, ...done });
      return;
    }
    const failures = (known?.failures ?? 0) + 1;
    const pause = delivery.isTemporary
      ? Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (failures - 1))
      : LONGEST_PAUSE_MS;
    this.#log.put(groupKey, {
      ...base,
      state: known?.state ?? 'firing',
      sentAt: known?.state === 'firing' ? known.sentAt : 0,
      failures,
      nextAt: now + pause,
      lastError: delivery.message,
    });
  }
}

/** As Alertmanager's default template has it: how many, then the labels' values. */
function summaryOf(firing: Alert[]): string {
  const [{ labels, annotations }] = firing;
  return (
    annotations.summary ??
    `[FIRING:${firing.length}] ${Object.values(labels).join(' ')}`
  );
}
