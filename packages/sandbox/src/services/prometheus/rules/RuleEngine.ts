import { setImmediate } from 'node:timers/promises';
import type { Collection, Kit } from '../../../kit';
import { queryInstant, type QueryLimits } from '../promql/runQuery';
import type { SeriesSource } from '../series/SeriesSource';
import { AlertmanagerClient } from './AlertmanagerClient';
import {
  EVALUATION_INTERVAL_MS,
  found,
  notFound,
  toSend,
  type AlertState,
} from './AlertState';
import { LoadedRule } from './LoadedRule';
import { presentGroup } from './presentRules';
import type { RuleGroup } from './Rule';
import type { RuleGroups } from './RuleGroups';

/** Evaluates alerting rules on a schedule and tells Alertmanager, as Prometheus does. What it knows survives a restart. */
export class RuleEngine implements RuleGroups {
  readonly #kit: Kit;
  readonly #source: SeriesSource;
  readonly #limits: Partial<QueryLimits>;
  readonly #groups: { name: string; rules: LoadedRule[] }[];
  readonly #alertmanager: AlertmanagerClient;
  /** Written where a state changes or is sent; the newest values are in memory alone. */
  readonly #kept: Collection<AlertState>;
  readonly #alerts = new Map<string, AlertState>();
  #running = new AbortController();
  #complained = false;

  /** @throws Error that names a rule which makes no sense */
  constructor(options: {
    kit: Kit;
    source: SeriesSource;
    groups: RuleGroup[];
    limits?: Partial<QueryLimits>;
  }) {
    const { kit, source, groups, limits = {} } = options;
    this.#kit = kit;
    this.#source = source;
    this.#limits = limits;
    this.#groups = groups.map(({ name, rules }) => ({
      name,
      rules: rules.map(rule => new LoadedRule(name, rule)),
    }));
    this.#alertmanager = new AlertmanagerClient(() => kit.urls.alertmanager);
    this.#kept = kit.store.collection('prometheus', 'alerts');
  }

  start(): void {
    this.#running = new AbortController();
    const { signal } = this.#running;
    this.#alerts.clear();
    for (const [key, alert] of this.#kept.entries()) {
      this.#alerts.set(key, alert);
    }
    this.#kit.background('the rules of Prometheus', async () => {
      while (!signal.aborted) {
        await this.#evaluateAll(signal);
        await this.#kit.clock.sleep(EVALUATION_INTERVAL_MS);
      }
    });
  }

  stop(): void {
    this.#running.abort();
  }

  groups() {
    const alerts = [...this.#alerts.values()];
    return this.#groups.map(group => presentGroup(group, alerts));
  }

  async #evaluateAll(signal: AbortSignal): Promise<void> {
    const now = this.#kit.clock.now().getTime();
    for (const { rules } of this.#groups) {
      for (const rule of rules) {
        await setImmediate();
        if (signal.aborted) return;
        await this.#evaluate(rule, now, signal);
      }
    }
    await this.#send(now, signal);
  }

  async #evaluate(
    rule: LoadedRule,
    now: number,
    signal: AbortSignal,
  ): Promise<void> {
    const startedAt = performance.now();
    try {
      const result = await queryInstant(rule.expr, now, {
        source: this.#source,
        limits: this.#limits,
        signal,
      });
      if (signal.aborted) return;
      const series = 'series' in result ? result.series : [];
      this.#take(rule, rule.findingsOf(series), now);
      rule.lastError = undefined;
    } catch (error) {
      // As in Prometheus: the rule says what is wrong, and its alerts stay as they were.
      rule.lastError = (error as Error).message;
    }
    rule.lastEvaluation = now;
    rule.evaluationSeconds = (performance.now() - startedAt) / 1000;
  }

  #take(
    rule: LoadedRule,
    findings: ReturnType<LoadedRule['findingsOf']>,
    now: number,
  ): void {
    for (const [key, fresh] of findings) {
      const before = this.#alerts.get(key);
      this.#put(key, before, found(before, now, rule.holdMs, fresh));
    }
    for (const [key, alert] of this.#alerts) {
      if (alert.rule === rule.id && !findings.has(key)) {
        this.#put(key, alert, notFound(alert, now));
      }
    }
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
    if (
      before?.state !== after.state ||
      before.lastSentAt !== after.lastSentAt
    ) {
      this.#kept.put(key, after);
    }
  }

  async #send(now: number, signal: AbortSignal): Promise<void> {
    const expressions = new Map(
      this.#groups
        .flatMap(({ rules }) => rules)
        .map(({ id, rule }) => [id, rule.expr]),
    );
    const due: { alert: AlertState; generatorURL: string }[] = [];
    for (const [key, before] of this.#alerts) {
      const alert = toSend(before, now);
      if (!alert) continue;
      this.#put(key, before, alert);
      const query = new URLSearchParams({
        'g0.expr': expressions.get(alert.rule) ?? '',
        'g0.tab': '1',
      });
      const generatorURL = `${this.#kit.urls.prometheus}/graph?${query}`;
      due.push({ alert, generatorURL });
    }
    if (due.length === 0 || signal.aborted) return;
    try {
      await this.#alertmanager.send(due, signal);
      this.#complained = false;
    } catch (error) {
      if (signal.aborted || this.#complained) return;
      // Sent again within a minute; said once until it succeeds.
      this.#complained = true;
      process.stderr.write(`sandbox: alerts: ${(error as Error).message}\n`);
    }
  }
}
