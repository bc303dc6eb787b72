import { ANNOTATIONS, parseObjectives } from '@portico/plugin-health-common';
import type { HealthSubject } from '@portico/plugin-health-node';
import type { PrometheusSettings } from '../config/PrometheusSettings';
import type { Matcher } from '../selector/Matcher';
import { parseSelector } from '../selector/parseSelector';
import type { Target } from './Target';

/** Names the instance that has an entity's series; the first one is asked about all others. */
export const INSTANCE_ANNOTATION = 'portico/metrics-instance';

const DEFAULT_PRESET = 'otel';

/** How an entity's series are found, or what is wrong with its annotations. */
export function readTarget(
  subject: HealthSubject,
  settings: PrometheusSettings,
): Target | { problem: string } {
  const { name, annotations = {} } = subject.entity.metadata;
  const { instances, presets } = settings;

  const instance = annotations[INSTANCE_ANNOTATION] ?? instances[0]?.name;
  if (!instances.some(it => it.name === instance)) {
    return {
      problem: `${INSTANCE_ANNOTATION}: there is no Prometheus '${instance}'; configured: ${instances
        .map(it => it.name)
        .join(', ')}.`,
    };
  }

  const presetName = annotations[ANNOTATIONS.metricsPreset] ?? DEFAULT_PRESET;
  const preset = presets.get(presetName);
  if (!preset) {
    return {
      problem: `${
        ANNOTATIONS.metricsPreset
      }: there is no preset '${presetName}'; there are ${[
        ...presets.keys(),
      ].join(', ')}.`,
    };
  }

  const text = annotations[ANNOTATIONS.metricsSelector];
  const parsed = text === undefined ? undefined : parseSelector(text);
  if (parsed?.problem !== undefined) {
    return {
      problem: `${ANNOTATIONS.metricsSelector} ${parsed.problem}. Write e.g. service="${name}".`,
    };
  }
  const named = (label: string): Matcher[] => [
    { label, operator: '=', value: name },
  ];
  const own = parsed?.matchers;
  return {
    entityRef: subject.entityRef,
    subject,
    name,
    instance,
    preset,
    matchers: own ?? named(preset.serviceLabel ?? settings.serviceLabel),
    resourceMatchers: own ?? named(settings.serviceLabel),
    linked:
      own !== undefined || annotations[ANNOTATIONS.metricsPreset] !== undefined,
    objectives: parseObjectives(annotations[ANNOTATIONS.slo] ?? '').objectives,
  };
}
