import type { Expr } from '../promql/ast';
import { parseDuration } from '../promql/parse/literals';
import { parsePromql } from '../promql/parse/parsePromql';
import { labelKey, withLabel } from '../promql/labels/labelSets';
import type { ResultSeries } from '../promql/runQuery';
import type { AlertState } from './AlertState';
import { expandTemplate } from './expandTemplate';
import type { AlertingRule } from './Rule';

/** What one series of a rule's result says. */
export type Finding = Pick<
  AlertState,
  'rule' | 'labels' | 'annotations' | 'value'
>;

/** A rule that has been read, and how its last evaluation went. */
export class LoadedRule {
  readonly rule: AlertingRule;
  readonly id: string;
  readonly expr: Expr;
  readonly holdMs: number;
  lastError?: string;
  /** Milliseconds since 1970. */
  lastEvaluation?: number;
  evaluationSeconds = 0;

  /** @throws Error that names the rule, where it makes no sense */
  constructor(group: string, rule: AlertingRule) {
    this.rule = rule;
    this.id = `${group}/${rule.alert}`;
    const hold = parseDuration(rule.for);
    if (hold === undefined) {
      throw new Error(`Rule ${this.id}: '${rule.for}' is no duration`);
    }
    this.holdMs = hold;
    try {
      this.expr = parsePromql(rule.expr);
      this.findingsOf([{ labels: {}, samples: [{ at: 0, value: 0 }] }]);
    } catch (error) {
      throw new Error(`Rule ${this.id}: ${(error as Error).message}`);
    }
  }

  /** @throws Error where two series become one alert */
  findingsOf(series: ResultSeries[]): Map<string, Finding> {
    const findings = new Map<string, Finding>();
    for (const { labels: all, samples } of series) {
      const { value } = samples[0];
      const expand = (texts: Readonly<Record<string, string>>) =>
        Object.fromEntries(
          Object.entries(texts).map(([name, text]) => [
            name,
            expandTemplate(text, { labels: all, value }),
          ]),
        );
      const labels = {
        ...withLabel(all, '__name__', ''),
        ...expand(this.rule.labels),
        alertname: this.rule.alert,
      };
      const key = `${this.id} ${labelKey(labels)}`;
      if (findings.has(key)) {
        throw new Error(
          'vector contains metrics with the same labelset after applying alert labels',
        );
      }
      const annotations = expand(this.rule.annotations);
      findings.set(key, { rule: this.id, labels, annotations, value });
    }
    return findings;
  }
}
