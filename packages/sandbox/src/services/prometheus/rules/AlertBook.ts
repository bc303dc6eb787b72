import type { Collection, Store } from '../../../kit';
import { found, notFound, toSend, type AlertState } from './AlertState';
import type { Finding, LoadedRule } from './LoadedRule';

/** All alerts of all rules. What an alert is and when it was sent is kept; its newest value is in memory alone. */
export class AlertBook {
  readonly #kept: Collection<AlertState>;
  readonly #alerts = new Map<string, AlertState>();

  constructor(store: Store) {
    this.#kept = store.collection('prometheus', 'alerts');
  }

  /** Forgets what is in memory for what was kept. */
  load(): void {
    this.#alerts.clear();
    for (const [key, alert] of this.#kept.entries()) {
      this.#alerts.set(key, alert);
    }
  }

  has(key: string): boolean {
    return this.#alerts.has(key);
  }

  list(): AlertState[] {
    return [...this.#alerts.values()];
  }

  /** Takes in what a rule has found now; `since` says of some that they began before. */
  take(
    rule: LoadedRule,
    now: number,
    findings: Map<string, Finding>,
    since: Map<string, number>,
  ): void {
    const { id, holdMs } = rule;
    for (const [key, fresh] of findings) {
      const before = this.#alerts.get(key);
      const begin = since.get(key);
      this.#put(key, before, found(before, now, { holdMs, begin, fresh }));
    }
    for (const [key, alert] of this.#alerts) {
      if (alert.rule === id && !findings.has(key)) {
        this.#put(key, alert, notFound(alert, now));
      }
    }
  }

  /** The alerts that Alertmanager must hear of now; counts them as sent. */
  takeDue(now: number): AlertState[] {
    const due: AlertState[] = [];
    for (const [key, before] of this.#alerts) {
      const alert = toSend(before, now);
      if (!alert) continue;
      this.#put(key, before, alert);
      due.push(alert);
    }
    return due;
  }

  #put(
    key: string,
    before: AlertState | undefined,
    after: AlertState | undefined,
  ): void {
    if (!after) {
      this.#alerts.delete(key);
      this.#kept.delete(key);
      return;
    }
    this.#alerts.set(key, after);
    const changed =
      before?.state !== after.state || before.lastSentAt !== after.lastSentAt;
    if (changed) this.#kept.put(key, after);
  }
}
