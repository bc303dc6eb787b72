import type { Component } from '../../../world';
import type { AlertingRule, Severity } from './Rule';
import { REQUEST_METRICS, type RequestMetrics } from './requestMetrics';

/** Burn rates that page: https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts */
const BURNS = [
  { factor: 14.4, long: '1h', short: '5m' },
  { factor: 6, long: '6h', short: '30m' },
];

/**
 * The alerts that the runbook of a component names: one for each objective of its annotation `portico/slo`.
 *
 * @param options.outage severity where the error budget burns; being slow warns
 * @param options.annotations links of all of its alerts
 */
export function objectiveRules(
  component: Component,
  options: { outage: Severity; annotations: Record<string, string> },
): AlertingRule[] {
  const { name, slo = '', metricsPreset } = component;
  const metrics = REQUEST_METRICS[metricsPreset];
  const selector = `service="${name}",environment="production"`;
  const rule = (
    suffix: string,
    expr: string,
    annotations: Record<string, string>,
    severity: Severity = 'warning',
  ): AlertingRule => ({
    alert: pascalCase(name) + suffix,
    expr,
    for: '1m',
    labels: { severity },
    annotations: { ...annotations, ...options.annotations },
  });

  return slo
    .split(/,\s*/)
    .filter(Boolean)
    .map(objective => {
      const [kind, target] = objective.split('=');
      if (kind === 'availability') {
        const told = {
          summary: `${name} burns its error budget`,
          description: `{{ $value | humanizePercentage }} of the requests to ${name} fail, far above what an availability of ${target} % allows.`,
        };
        return rule(
          'ErrorBudgetBurn',
          burn(metrics, selector, target),
          told,
          options.outage,
        );
      }
      const percentile = Number(kind.replace('latency-p', '')) / 100;
      const seconds = Number(target.replace(/ms$/, '')) / 1000;
      const expr = `histogram_quantile(${percentile}, sum by (service, environment, le) (rate(${
        metrics.buckets
      }{${selector}}[2m])))${
        metrics.perSecond === 1 ? '' : ` / ${metrics.perSecond}`
      } > ${seconds}`;
      return rule('LatencyHigh', expr, {
        summary: `${name} is slow`,
        description: `The ${kind.replace(
          'latency-',
          '',
        )} of ${name} is {{ $value | humanizeDuration }}; its objective is ${target}.`,
      });
    });
}

function burn(
  metrics: RequestMetrics,
  selector: string,
  target: string,
): string {
  const { count, status } = metrics;
  const by = 'sum by (service, environment)';
  const budget = 1 - Number(target) / 100;
  const ratio = (window: string) =>
    `${by} (rate(${count}{${selector},${status}=~"5.."}[${window}])) / ${by} (rate(${count}{${selector}}[${window}]))`;
  return BURNS.map(({ factor, long, short }) => {
    const threshold = Number((factor * budget).toPrecision(6));
    return `(${ratio(short)} > ${threshold} and ${ratio(long)} > ${threshold})`;
  }).join('\nor\n');
}

function pascalCase(name: string): string {
  return name
    .split('-')
    .map(word => word[0].toUpperCase() + word.slice(1))
    .join('');
}
