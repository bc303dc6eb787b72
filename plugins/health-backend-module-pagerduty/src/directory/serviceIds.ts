import { ANNOTATIONS } from '@portico/plugin-health-common';
import type { HealthSubject } from '@portico/plugin-health-node';

/** Ids in `pagerduty.com/service-id`: one, or several with commas. */
export function serviceIdsOf({ entity }: HealthSubject): string[] {
  const text = entity.metadata.annotations?.[ANNOTATIONS.pagerduty] ?? '';
  const ids = text
    .split(',')
    .map(id => id.trim())
    .filter(Boolean);
  return [...new Set(ids)];
}
