import { html } from '../../../kit';
import { formatMatcher } from '../../alertmanager/matchers';
import type { Silence } from '../../alertmanager/types';
import { labelsOf, stateOf } from '../alerting/presentRules';
import type { EvaluatedRule } from '../alerting/RuleStatus';
import type { GrafanaContext } from '../GrafanaContext';
import { facts, grafanaPage, links } from './grafanaPage';

/** A rule with what it watches, and its series. */
export function rulePage(context: GrafanaContext, evaluated: EvaluatedRule) {
  const { rule, status } = evaluated;
  return grafanaPage({
    title: rule.title,
    body: html`${facts('Alert rule', [
      ['state', stateOf(evaluated)],
      ['health', status.health],
      ['error', status.lastError ?? ''],
      ['folder', context.folders.find(rule.folderUID)?.title ?? ''],
      ['group', rule.ruleGroup],
      ['pending for', rule.for],
      ...Object.entries(rule.labels),
      ...Object.entries(rule.annotations),
    ])}
    ${facts(
      'Queries',
      rule.data.map(({ refId, model }) => [refId, JSON.stringify(model)]),
    )}
    ${facts(
      'Instances',
      status.instances.map(one => [
        one.state,
        JSON.stringify(labelsOf(context, rule, one)),
      ]),
    )}`,
  });
}

export function rulesPage(rules: EvaluatedRule[]) {
  return grafanaPage({
    title: 'Alert rules',
    body: links(
      'Grafana-managed',
      rules.map(one => ({
        href: `/alerting/grafana/${one.rule.uid}/view`,
        text: one.rule.title,
        more: stateOf(one),
      })),
    ),
  });
}

/** A rule that a data source evaluates, of which Grafana knows no more than that source. */
export function datasourceRulePage(
  { kit }: GrafanaContext,
  source: string,
  name: string,
) {
  return grafanaPage({
    title: name,
    body: html`<p>
      Evaluated by ${source}: see
      <a href="${kit.urls.prometheus}/graph">Prometheus</a>.
    </p>`,
  });
}

export function silencesPage({ silences }: GrafanaContext, list: Silence[]) {
  return grafanaPage({
    title: 'Silences',
    body: html`${list.length === 0 &&
    html`<p class="empty">Nothing is silenced.</p>`}
    ${list.map(one =>
      facts(`${silences.stateOf(one)}: ${one.comment}`, [
        ['matchers', one.matchers.map(formatMatcher).join(', ')],
        ['by', one.createdBy],
        ['until', new Date(one.endsAt).toISOString()],
      ]),
    )}`,
  });
}
