import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Collection, Kit } from '../../../kit';
import { queryInstant, type QueryLimits } from '../promql/runQuery';
import type { SeriesSource } from '../series/SeriesSource';
import { AlertBook } from './AlertBook';
import { AlertmanagerClient } from './AlertmanagerClient';
import { EVALUATION_INTERVAL_MS } from './AlertState';
import { heldSince } from './heldSince';
import { LoadedRule } from './LoadedRule';
import { presentGroup } from './presentRules';
import type { RuleGroup } from './Rule';
import type { RuleGroups } from './RuleGroups';

/** Other services start first. */
const FIRST_AFTER_MS = 2_000;
/** It rests at least so many times as long as it worked, however the clock hurries. */
const REST = 9;

/** Evaluates alerting rules on a schedule and tells Alertmanager, as Prometheus does. What it knows survives a restart. */
export class RuleEngine implements RuleGroups {
  readonly #kit: Kit;
  readonly #source: SeriesSource;
  readonly #limits: Partial<QueryLimits>;
  readonly #groups: { name: string; rules: LoadedRule[] }[];
  readonly #alertmanager: AlertmanagerClient;
  readonly #alerts: AlertBook;
  /** When all rules were evaluated last, by the name of the only document. */
  readonly #evaluated: Collection<number>;
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
    this.#alertmanager = new AlertmanagerClient(kit.urls);
    this.#alerts = new AlertBook(kit.store);
    this.#evaluated = kit.store.collection('prometheus', 'evaluated');
  }

  start(): void {
    this.#running = new AbortController();
    const { signal } = this.#running;
    const { clock, background } = this.#kit;
    this.#alerts.load();
    background('the rules of Prometheus', async () => {
      await clock.sleep(FIRST_AFTER_MS);
      // While it did not run, the world went on.
      let unseenFrom = this.#evaluated.get('all') ?? 0;
      while (!signal.aborted) {
        const startedAt = performance.now();
        await this.#evaluateAll(unseenFrom, signal);
        unseenFrom = Infinity;
        const restMs = (performance.now() - startedAt) * REST;
        await Promise.all([
          clock.sleep(EVALUATION_INTERVAL_MS),
          setTimeout(restMs, undefined, { signal }),
        ]);
      }
    });
  }

  stop(): void {
    this.#running.abort();
  }

  groups() {
    const alerts = this.#alerts.list();
    return this.#groups.map(group => presentGroup(group, alerts));
  }

  /** @param unseenFrom since when alerts may have begun before now; milliseconds since 1970 */
  async #evaluateAll(unseenFrom: number, signal: AbortSignal): Promise<void> {
    const now = this.#kit.clock.now().getTime();
    for (const { rules } of this.#groups) {
      for (const rule of rules) {
        await setImmediate();
        if (signal.aborted) return;
        await this.#evaluate(rule, { now, unseenFrom, signal });
      }
    }
    if (signal.aborted) return;
    this.#evaluated.put('all', now);
    await this.#send(now, signal);
  }

  async #evaluate(
    rule: LoadedRule,
    moment: { now: number; unseenFrom: number; signal: AbortSignal },
  ): Promise<void> {
    const { now, unseenFrom, signal } = moment;
    const startedAt = performance.now();
    const options = { source: this.#source, limits: this.#limits, signal };
    try {
      const result = await queryInstant(rule.expr, now, options);
      const findings = rule.findingsOf('series' in result ? result.series : []);
      const isNew = [...findings.keys()].some(key => !this.#alerts.has(key));
      const since = isNew
        ? await heldSince(rule, now, unseenFrom, options)
        : new Map<string, number>();
      if (signal.aborted) return;
      this.#alerts.take(rule, now, findings, since);
      rule.lastError = undefined;
    } catch (error) {
      // As in Prometheus: the rule says what is wrong, and its alerts stay as they were.
      rule.lastError = (error as Error).message;
    }
    rule.lastEvaluation = now;
    rule.evaluationSeconds = (performance.now() - startedAt) / 1000;
  }

  async #send(now: number, signal: AbortSignal): Promise<void> {
    const rules = this.#groups.flatMap(group => group.rules);
    const due = this.#alerts.takeDue(now).map(alert => ({
      alert,
      expr: rules.find(({ id }) => id === alert.rule)?.rule.expr ?? '',
    }));
    if (due.length === 0) return;
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
