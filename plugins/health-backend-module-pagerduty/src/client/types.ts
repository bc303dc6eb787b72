/*
 * What Portico reads and writes of PagerDuty's REST API v2. All fields:
 * https://developer.pagerduty.com/api-reference
 */

/** How a thing looks where another one names it. */
export interface Reference {
  id: string;
  type: string;
  /** Its name. */
  summary?: string;
  html_url?: string | null;
}

export type IncidentStatus = 'triggered' | 'acknowledged' | 'resolved';

export interface Incident {
  id: string;
  incident_number: number;
  title: string;
  status: IncidentStatus;
  urgency: 'high' | 'low';
  /** ISO 8601. */
  created_at: string;
  last_status_change_at?: string;
  html_url: string;
  service: Reference;
  acknowledgements?: { at: string; acknowledger: Reference }[];
}

export interface Service extends Reference {
  name: string;
  escalation_policy: Reference;
}

export interface OnCallEntry {
  escalation_policy: Reference;
  escalation_level: number;
  user: Reference & { name?: string; email?: string };
  /** ISO 8601; null for a person who is named rather than scheduled. */
  end: string | null;
}

export interface NewIncident {
  serviceId: string;
  title: string;
  details: string;
  /** An open one with this key is not opened twice. */
  key: string;
}
