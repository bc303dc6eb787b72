export type { Incident, IncidentKind, Incidents } from './Incident';
export { INCIDENT_KINDS, isIncidentKind } from './incidentKinds';
export { shareOf } from './shareOf';
export { StoredIncidents } from './StoredIncidents';
export { worldIncidents } from './worldIncidents';
