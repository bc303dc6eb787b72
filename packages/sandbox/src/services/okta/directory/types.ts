/** As Okta writes it; see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/ */
export type UserStatus =
  | 'STAGED'
  | 'PROVISIONED'
  | 'ACTIVE'
  | 'RECOVERY'
  | 'PASSWORD_EXPIRED'
  | 'LOCKED_OUT'
  | 'SUSPENDED'
  | 'DEPROVISIONED';

/** Okta's own attributes, and whatever custom ones the organisation adds. */
export interface UserProfile {
  login: string;
  email: string;
  firstName: string;
  lastName: string;
  [attribute: string]: unknown;
}

export interface OktaUser {
  /** 20 characters, begins with `00u`. */
  id: string;
  status: UserStatus;
  /** ISO 8601 with milliseconds, like all times here. */
  created: string;
  activated?: string;
  statusChanged?: string;
  lastLogin?: string;
  lastUpdated: string;
  passwordChanged?: string;
  /** Who checks the password; Okta itself if absent. */
  provider?: { type: string; name: string };
  profile: UserProfile;
}

export interface OktaGroup {
  /** 20 characters, begins with `00g`. */
  id: string;
  created: string;
  lastUpdated: string;
  lastMembershipUpdated: string;
  type: 'OKTA_GROUP' | 'APP_GROUP' | 'BUILT_IN';
  profile: { name: string; description?: string; [attribute: string]: unknown };
  /** Ids of users; of the built-in group `Everyone` all users are members, and this stays empty. */
  memberIds: string[];
}

/** One line of the system log. */
export interface LogEvent {
  uuid: string;
  published: string;
  eventType: string;
  displayMessage: string;
  severity: 'INFO' | 'WARN' | 'ERROR';
  outcome: { result: 'SUCCESS' | 'FAILURE'; reason?: string };
  actor: LogParty;
  target: LogParty[];
  client: { ipAddress: string; userAgent?: { rawUserAgent: string } };
  version: '0';
}

/** Who did something, or what it was done to. */
export interface LogParty {
  id: string;
  type: 'User' | 'UserGroup' | 'SystemPrincipal' | 'AppInstance';
  alternateId: string;
  displayName: string;
}
