import type { HealthSignal } from '@portico/plugin-health-common';
import type { Incident } from '../client/types';

/** The part of PagerDuty that tells of incidents. */
export const INCIDENTS = 'incidents';

/** What an open incident says of a service: high urgency that nobody has taken on is failing. */
export function incidentSignal(incident: Incident, now: Date): HealthSignal {
  const { id, incident_number: number, title, urgency, status } = incident;
  const isUnattended = status === 'triggered';
  const [acknowledgement] = [...(incident.acknowledgements ?? [])].sort(
    (a, b) => b.at.localeCompare(a.at),
  );
  const by = acknowledgement?.acknowledger.summary;
  return {
    id: `pagerduty:incident:${id}`,
    provider: 'pagerduty',
    kind: 'incident',
    title: `Incident ${number}`,
    state: isUnattended && urgency === 'high' ? 'failing' : 'degraded',
    text: textOf(isUnattended, by),
    detail: urgency === 'high' ? title : `${title}; low urgency`,
    since: isUnattended
      ? incident.created_at
      : acknowledgement?.at ?? incident.last_status_change_at,
    instance: INCIDENTS,
    observedAt: now.toISOString(),
    evidence: { title: 'PagerDuty', url: incident.html_url },
    reference: { incidentId: id, number: String(number), status },
  };
}

function textOf(isUnattended: boolean, by?: string): string {
  if (isUnattended) return 'triggered';
  return by ? `acknowledged by ${by}` : 'acknowledged';
}
