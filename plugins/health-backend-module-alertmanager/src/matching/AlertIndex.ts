import { ANNOTATIONS } from '@portico/plugin-health-common';
import type { HealthSubject } from '@portico/plugin-health-node';
import type { Labels } from '../client/types';
import { matches } from './LabelMatcher';
import { ALERT_SELECTOR, parseAlertSelector } from './parseAlertSelector';

/** Alerts by the labels that join them to entities, so that a thousand entities are looked up at once. */
export class AlertIndex<T extends { labels: Labels }> {
  readonly #alerts: readonly T[];
  readonly #matchLabels: readonly string[];
  readonly #byValue = new Map<string, T[]>();

  constructor(alerts: readonly T[], matchLabels: readonly string[]) {
    this.#alerts = alerts;
    this.#matchLabels = matchLabels;
    for (const alert of alerts) {
      for (const name of matchLabels) {
        const key = keyOf(name, alert.labels[name]);
        const known = this.#byValue.get(key);
        if (known) known.push(alert);
        else this.#byValue.set(key, [alert]);
      }
    }
  }

  /** The alerts of an entity. @throws InputError where its selector can't be read */
  of({ entity }: HealthSubject): T[] {
    const { annotations = {}, name } = entity.metadata;
    const own = annotations[ALERT_SELECTOR];
    if (own !== undefined) {
      const matchers = parseAlertSelector(own);
      return this.#alerts.filter(({ labels }) => matches(matchers, labels));
    }
    const metrics = annotations[ANNOTATIONS.metricsSelector] ?? '';
    const found = this.#matchLabels.flatMap(
      label =>
        this.#byValue.get(keyOf(label, valueIn(metrics, label) ?? name)) ?? [],
    );
    return [...new Set(found)];
  }
}

/** The value that a metrics selector asks of one label, where it asks for one alone. */
function valueIn(selector: string, label: string): string | undefined {
  const found = new RegExp(
    `(?:^|,)\\s*${label}\\s*=\\s*"([^"\\\\\r\n]*)"\\s*(?=,|$)`,
  ).exec(selector);
  return found?.[1] || undefined;
}

function keyOf(name: string, value: string | undefined): string {
  return JSON.stringify([name, value]);
}
