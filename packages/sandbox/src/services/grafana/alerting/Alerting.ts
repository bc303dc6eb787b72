import { setImmediate } from 'node:timers/promises';
import type { Kit } from '../../../kit';
import { labelKey } from '../../prometheus/promql/labels/labelSets';
import { parseDuration } from '../../prometheus/promql/parse/literals';
import type { StoredAlertRule } from '../model/types';
import type { QueryRunner } from '../query/QueryRunner';
import type { AlertRules } from './AlertRules';
import { evaluateRule, type Finding } from './evaluateRule';
import { heldSince } from './heldSince';
import {
  UNKNOWN,
  type AlertInstance,
  type EvaluatedRule,
  type InstanceState,
  type RuleStatus,
} from './RuleStatus';

/** How old an evaluation may be, in milliseconds: the shortest interval that Grafana knows. */
export const INTERVAL_MS = 10_000;

/** Evaluates Grafana-managed rules when somebody asks for them, so that nothing works while nobody looks. */
export class Alerting {
  readonly #kit: Kit;
  readonly #rules: AlertRules;
  readonly #queries: QueryRunner;
  #underWay?: Promise<void>;

  constructor(options: { kit: Kit; rules: AlertRules; queries: QueryRunner }) {
    const { kit, rules, queries } = options;
    this.#kit = kit;
    this.#rules = rules;
    this.#queries = queries;
  }

  /** All rules as they are now. */
  async evaluated(): Promise<EvaluatedRule[]> {
    this.#underWay ??= this.#evaluateDue().finally(() => {
      this.#underWay = undefined;
    });
    await this.#underWay;
    return this.#rules.list().map(rule => ({
      rule,
      status: this.#rules.statuses.get(rule.uid) ?? UNKNOWN,
    }));
  }

  async #evaluateDue(): Promise<void> {
    const { statuses } = this.#rules;
    const now = this.#kit.clock.now().getTime();
    for (const rule of this.#rules.list()) {
      const known = statuses.get(rule.uid) ?? UNKNOWN;
      if (now - known.evaluatedAt >= INTERVAL_MS) {
        await setImmediate();
        const status = rule.isPaused
          ? { ...UNKNOWN, evaluatedAt: now }
          : await this.#evaluate(rule, known, now);
        // It may have been changed or deleted in between.
        if (this.#rules.find(rule.uid) === rule) statuses.put(rule.uid, status);
      }
    }
  }

  async #evaluate(
    rule: StoredAlertRule,
    before: RuleStatus,
    now: number,
  ): Promise<RuleStatus> {
    const startedAt = performance.now();
    const evaluation = await evaluateRule(this.#queries, rule, now);
    const done = () => ({
      evaluatedAt: now,
      evaluationSeconds: (performance.now() - startedAt) / 1000,
    });
    if ('error' in evaluation) {
      const state = stateWithout('Error', rule.execErrState);
      const instances = [whole(rule, before, state, now)];
      const lastError = evaluation.error;
      return { health: 'error', lastError, instances, ...done() };
    }
    const { findings } = evaluation;
    if (findings.size === 0) {
      const state = stateWithout('NoData', rule.noDataState);
      const instances = [whole(rule, before, state, now)];
      return { health: 'nodata', instances, ...done() };
    }
    const instances = await this.#instances(rule, before, findings, now);
    return { health: 'ok', instances, ...done() };
  }

  async #instances(
    rule: StoredAlertRule,
    before: RuleStatus,
    findings: Map<string, Finding>,
    now: number,
  ): Promise<AlertInstance[]> {
    const known = new Map(
      before.instances.map(one => [labelKey(one.labels), one]),
    );
    const isHeld = (key: string) =>
      ['Pending', 'Alerting'].includes(known.get(key)?.state ?? '');
    const fresh = [...findings]
      .filter(([key, { isAlerting }]) => isAlerting && !isHeld(key))
      .map(([key]) => key);
    const since = await heldSince(
      at => evaluateRule(this.#queries, rule, at),
      fresh,
      { now, notBefore: before.evaluatedAt },
    );
    const holdMs = parseDuration(rule.for) ?? 0;
    return [...findings].map(([key, { labels, values, isAlerting }]) => {
      const last = known.get(key);
      if (!isAlerting) {
        const from = last?.state === 'Normal' ? last.since : now;
        return { labels, values, state: 'Normal', since: from };
      }
      const from = since.get(key) ?? last?.since ?? now;
      const state = now - from >= holdMs ? 'Alerting' : 'Pending';
      return { labels, values, state, since: from };
    });
  }
}

/** The state of a rule that could not be decided, as it is set up for that. */
function stateWithout(
  reason: 'NoData' | 'Error',
  setting: StoredAlertRule['noDataState'] | StoredAlertRule['execErrState'],
): InstanceState {
  switch (setting) {
    case 'OK':
      return `Normal (${reason})`;
    case 'Alerting':
      return `Alerting (${reason})`;
    default:
      return reason;
  }
}

/** The one instance that stands for a rule without series. */
function whole(
  rule: StoredAlertRule,
  before: RuleStatus,
  state: InstanceState,
  now: number,
): AlertInstance {
  const [first] = before.instances;
  const [query] = rule.data;
  return {
    labels: { datasource_uid: query.datasourceUid, ref_id: query.refId },
    values: {},
    state,
    since: first?.state === state ? first.since : now,
  };
}
