/** A user or the organisation. */
export interface Account {
  id: number;
  login: string;
  type: 'User' | 'Organization';
  name?: string;
  email?: string;
  bio?: string;
  company?: string;
  /** ISO 8601. */
  createdAt: string;
  /** Role in the organisation; only for users that are members. */
  role?: 'admin' | 'member';
}

/** A team of the organisation. */
export interface Team {
  id: number;
  slug: string;
  name: string;
  description: string;
  privacy: 'closed' | 'secret';
  /** Slug of the team above. */
  parent?: string;
  /** Role by login. */
  members: Record<string, 'member' | 'maintainer'>;
  createdAt: string;
}

/** An invitation to the organisation that is not accepted yet: to an account, or to an address that none has. */
export interface Invitation {
  id: number;
  /** Login of the account. */
  login?: string;
  email?: string;
  role: 'admin' | 'member';
  /** Role by slug of the teams that the account joins with it. */
  teams: Team['members'];
  /** Login of who invites. */
  inviter: string;
  createdAt: string;
}

export type Permission = 'pull' | 'triage' | 'push' | 'maintain' | 'admin';
