import { ANNOTATIONS, parseObjectives } from '@portico/plugin-health-common';
import type { HealthSubject } from '@portico/plugin-health-node';
import { readSeriesTarget } from '@portico/plugin-prometheus-node';
import type { PrometheusSettings } from '../config/PrometheusSettings';
import type { Target } from './Target';

/** How an entity's series are found, or what is wrong with its annotations. */
export function readTarget(
  subject: HealthSubject,
  settings: PrometheusSettings,
): Target | { problem: string } {
  const { entityRef, entity } = subject;
  const { name, annotations = {} } = entity.metadata;
  const target = readSeriesTarget({ entityRef, name, annotations }, settings);
  if ('problem' in target) return target;
  const { objectives } = parseObjectives(annotations[ANNOTATIONS.slo] ?? '');
  return { ...target, subject, objectives };
}
