/** What Okta pushes of a user to an application that it provisions. */
export interface ProvisionedUser {
  /** Okta's id, e.g. `00u…`. */
  id: string;
  /** False once the user is deactivated. */
  active: boolean;
  userName: string;
  email: string;
  givenName: string;
  familyName: string;
  displayName: string;
  title?: string;
}

/** What Okta pushes of a group. */
export interface ProvisionedGroup {
  /** Okta's id, e.g. `00g…`. */
  id: string;
  name: string;
  description?: string;
  /** Okta's ids of the users in it, deactivated ones too. */
  memberIds: string[];
}

/** Whom a change is about. */
export interface DirectoryChange {
  kind: 'user' | 'group';
  id: string;
}

/**
 * Okta's directory as an application sees it that Okta provisions (with SCIM, in reality). The application
 * listens for changes, and compares what it has with what is there when it starts.
 */
export interface ProvisioningSource {
  /** Users who were activated at least once, in the order in which they were made. */
  users(): ProvisionedUser[];
  /** Groups but for `Everyone`, which Okta can't push. */
  groups(): ProvisionedGroup[];
  /** Calls back after each change, and perhaps where nothing changed. Returns what ends it. */
  onChange(listener: (change: DirectoryChange) => void): () => void;
}
