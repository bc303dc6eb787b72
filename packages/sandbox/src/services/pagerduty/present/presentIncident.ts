import type { Incident, LogEntry, Note, ResponderRequest } from '../types';
import type { Presenter } from './Presenter';

/** An incident as the REST API gives it. */
export function presentIncident(present: Presenter, incident: Incident) {
  const { directory } = present;
  const { id, number, title } = incident;
  const service = directory.service(incident.serviceId);
  const isOpen = incident.status !== 'resolved';
  return {
    ...incidentReference(present, incident, 'incident'),
    incident_number: number,
    title,
    description: title,
    created_at: incident.createdAt,
    updated_at: incident.updatedAt,
    status: incident.status,
    incident_key: incident.key,
    service: service && present.serviceReference(service),
    assignments: incident.assignees.flatMap(({ userId, at }) => {
      const user = directory.user(userId);
      return user ? [{ at, assignee: present.userReference(user) }] : [];
    }),
    assigned_via: 'escalation_policy',
    last_status_change_at: incident.changedAt,
    last_status_change_by: present.agent(incident.changedBy),
    resolved_at: incident.resolvedAt ?? null,
    first_trigger_log_entry: logReference(
      present,
      incident.log[0],
      'trigger_log_entry_reference',
    ),
    alert_counts: {
      all: 1,
      triggered: isOpen ? 1 : 0,
      resolved: isOpen ? 0 : 1,
    },
    is_mergeable: isOpen,
    escalation_policy: service && present.policyReference(service.policy),
    teams: [],
    pending_actions: [],
    acknowledgements: incident.acknowledgements.map(({ by, at }) => ({
      at,
      acknowledger: present.agent(by),
    })),
    alert_grouping: null,
    incidents_responders: [],
    responder_requests: incident.responderRequests.map(request =>
      presentResponderRequest(present, id, request),
    ),
    subscriber_requests: [],
    urgency: incident.urgency,
    ...(incident.details && {
      body: { type: 'incident_body', details: incident.details },
    }),
  };
}

export function incidentReference(
  present: Presenter,
  { id, number, title }: Incident,
  type = 'incident_reference',
) {
  return present.reference(type, 'incidents', id, `[#${number}] ${title}`);
}

export function presentNote(present: Presenter, note: Note) {
  return {
    id: note.id,
    user: present.agent({ userId: note.userId }),
    channel: { type: 'web', summary: 'The PagerDuty website or APIs' },
    content: note.content,
    created_at: note.at,
  };
}

export function presentLogEntry(
  present: Presenter,
  incident: Incident,
  entry: LogEntry,
) {
  return {
    ...logReference(present, entry, `${entry.type}_log_entry`),
    created_at: entry.at,
    agent: present.agent(entry.by),
    channel: {
      type: 'userId' in entry.by ? 'website' : 'api',
      summary: entry.summary,
    },
    incident: incidentReference(present, incident),
    teams: [],
    contexts: [],
  };
}

export function presentResponderRequest(
  present: Presenter,
  incidentId: string,
  request: ResponderRequest,
) {
  return {
    incident: { id: incidentId, type: 'incident_reference' },
    requester: present.agent({ userId: request.requesterId }),
    requested_at: request.requestedAt,
    message: request.message,
    responder_request_targets: request.targets.map(target => ({
      responder_request_target: { ...target, incidents_responders: [] },
    })),
  };
}

function logReference(present: Presenter, entry: LogEntry, type: string) {
  return present.reference(type, 'log_entries', entry.id, entry.summary);
}
