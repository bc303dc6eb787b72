export type IncidentStatus = 'triggered' | 'acknowledged' | 'resolved';
export type Urgency = 'high' | 'low';

/** Who did something: a user by id, or the integration through which events come. */
export type Agent = { userId: string } | { integration: string };

export interface LogEntry {
  id: string;
  type: 'trigger' | 'acknowledge' | 'resolve' | 'annotate' | 'assign';
  /** ISO 8601 with seconds. */
  at: string;
  by: Agent;
  summary: string;
}

export interface Note {
  id: string;
  userId: string;
  content: string;
  at: string;
}

export interface ResponderRequest {
  requesterId: string;
  requestedAt: string;
  message: string;
  targets: { id: string; type: string }[];
}

/** An incident as it is kept; times are ISO 8601 with seconds. */
export interface Incident {
  id: string;
  number: number;
  title: string;
  details?: string;
  serviceId: string;
  key: string;
  status: IncidentStatus;
  urgency: Urgency;
  createdAt: string;
  updatedAt: string;
  changedAt: string;
  changedBy: Agent;
  resolvedAt?: string;
  /** Level of the escalation policy that it is at. */
  level: number;
  assignees: { userId: string; at: string }[];
  acknowledgements: { by: Agent; at: string }[];
  /** How many events came with its key. */
  triggers: number;
  notes: Note[];
  log: LogEntry[];
  responderRequests: ResponderRequest[];
}
