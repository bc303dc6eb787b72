import {
  formatMatchers,
  literally,
  type Matcher,
  type PrometheusInstance,
} from '@portico/plugin-prometheus-node';
import type { PrometheusSettings } from '../config/PrometheusSettings';
import type { Selection } from './Selection';

/** Environment of series that don't say. */
export function environmentOf(
  labels: Readonly<Record<string, string>>,
  instance: PrometheusInstance,
  settings: PrometheusSettings,
): string {
  return (
    labels[settings.environmentLabel] ||
    (instance.environment ?? settings.environment)
  );
}

/** One entity in one environment, as one number. */
export function ofEntity(
  matchers: readonly Matcher[],
  environment: string,
  instance: PrometheusInstance,
  settings: PrometheusSettings,
): Selection {
  const label = settings.environmentLabel;
  const isImplied = environmentOf({}, instance, settings) === environment;
  const own: Matcher[] = [
    ...matchers,
    isImplied
      ? { label, operator: '=~', value: `${literally(environment)}|` }
      : { label, operator: '=', value: environment },
  ];
  return {
    by: [],
    asksFor: own.map(it => it.label),
    select: (metric, extra = []) =>
      `${metric}{${formatMatchers([...own, ...extra])}}`,
  };
}
