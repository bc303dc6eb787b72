import { labelKey } from '../../prometheus/promql/labels/labelSets';
import type { QueryResult } from '../datasources';
import type { StoredAlertRule } from '../model/types';
import { GrafanaError } from '../GrafanaError';
import type { QueryRunner } from '../query/QueryRunner';
import { readSeries } from '../query/series';
import type { AlertInstance } from './RuleStatus';

/** A series of a rule's condition at one moment. */
export type Finding = Pick<AlertInstance, 'labels' | 'values'> & {
  isAlerting: boolean;
};

/** What a rule says at one moment: of each series by its key, or why it says nothing. */
export type Evaluation = { findings: Map<string, Finding> } | { error: string };

/** Runs a rule's queries as they are, or were, at that moment (milliseconds since 1970). */
export async function evaluateRule(
  queries: QueryRunner,
  rule: StoredAlertRule,
  at: number,
): Promise<Evaluation> {
  const ranges = new Map(
    rule.data.map(({ refId, relativeTimeRange }) => [refId, relativeTimeRange]),
  );
  const asked = rule.data.map(({ refId, datasourceUid, model }) => ({
    ...model,
    refId,
    datasource: { uid: datasourceUid },
  }));
  let results: Map<string, QueryResult>;
  try {
    results = await queries.run(asked, ({ refId }) => {
      const { from = 600, to = 0 } = ranges.get(String(refId)) ?? {};
      return { from: at - from * 1000, to: at - to * 1000, now: at };
    });
  } catch (error) {
    if (!(error instanceof GrafanaError)) throw error;
    return { error: `failed to build query: ${error.message}` };
  }
  for (const [refId, { error }] of results) {
    if (error !== undefined) {
      return {
        error: `[sse.dataQueryError] failed to execute query [${refId}]: ${error}`,
      };
    }
  }
  return { findings: readFindings(rule.condition, results) };
}

function readFindings(
  condition: string,
  results: Map<string, QueryResult>,
): Map<string, Finding> {
  const findings = new Map<string, Finding>();
  for (const { labels, values } of readSeries(
    results.get(condition)?.frames ?? [],
  )) {
    const value = values.at(-1) ?? NaN;
    findings.set(labelKey(labels), {
      labels,
      isAlerting: value !== 0,
      values: { [condition]: value },
    });
  }
  for (const [refId, { frames }] of results) {
    for (const { labels, values } of readSeries(frames)) {
      const finding = findings.get(labelKey(labels));
      if (finding) finding.values[refId] = values.at(-1) ?? NaN;
    }
  }
  return findings;
}
