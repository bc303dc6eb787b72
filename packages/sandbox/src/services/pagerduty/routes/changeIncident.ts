import type { Incidents } from '../Incidents';
import { PagerDutyError } from '../PagerDutyError';
import type { Agent, Incident } from '../types';
import { textIn } from './readBody';

/** Carries out what a `PUT` asks of one incident. @throws PagerDutyError 400 or 404 */
export function changeIncident(
  incidents: Incidents,
  id: string,
  change: Record<string, unknown>,
  by: Agent,
): Incident {
  const status = textIn(change, 'status');
  const title = textIn(change, 'title');
  const urgency = textIn(change, 'urgency');
  const { escalation_level: level } = change;
  let incident = incidents.get(id);
  if (title) incident = incidents.rename(id, { title });
  if (urgency === 'high' || urgency === 'low') {
    incident = incidents.rename(id, { urgency });
  }
  if (typeof level === 'number') incident = incidents.escalate(id, level, by);
  switch (status) {
    case undefined:
      return incident;
    case 'triggered':
    case 'acknowledged':
    case 'resolved':
      return incidents.setStatus(id, status, by, textIn(change, 'resolution'));
    default:
      throw PagerDutyError.invalid(`Status '${status}' is invalid`);
  }
}
