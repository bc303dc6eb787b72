/** A secret of a repository, an environment or the organisation. The value is never given out. */
export interface Secret {
  name: string;
  /** What the libsodium box held: kept only so that a workflow can tell that it is there. */
  value: string;
  createdAt: string;
  updatedAt: string;
}

export interface Variable {
  name: string;
  value: string;
  createdAt: string;
  updatedAt: string;
}

/** Key pair of a repository, environment or organisation; base64. */
export interface SealingKey {
  keyId: string;
  publicKey: string;
  privateKey: string;
}

export interface Environment {
  id: number;
  repository: string;
  name: string;
  /** Minutes. */
  waitTimer: number;
  preventSelfReview: boolean;
  reviewers: { type: 'User' | 'Team'; id: number }[];
  branchPolicy: {
    protected_branches: boolean;
    custom_branch_policies: boolean;
  } | null;
  branchPolicies: { id: number; name: string; type: 'branch' | 'tag' }[];
  createdAt: string;
  updatedAt: string;
}

/** Who is let past a rule: logins and team slugs. */
export interface Allowance {
  users: string[];
  teams: string[];
  apps: string[];
}

/** https://docs.github.com/rest/branches/branch-protection */
export interface Protection {
  repository: string;
  branch: string;
  statusChecks?: { strict: boolean; contexts: string[] };
  reviews?: {
    requiredApprovingReviewCount: number;
    requireCodeOwnerReviews: boolean;
    dismissStaleReviews: boolean;
    requireLastPushApproval: boolean;
    bypass?: Allowance;
    dismissal?: Allowance;
  };
  restrictions?: Allowance;
  enforceAdmins: boolean;
  requiredSignatures: boolean;
  requiredLinearHistory: boolean;
  allowForcePushes: boolean;
  allowDeletions: boolean;
  blockCreations: boolean;
  requiredConversationResolution: boolean;
  lockBranch: boolean;
  allowForkSyncing: boolean;
}

export interface Webhook {
  id: number;
  /** `owner/name`, or the organisation's login. */
  target: string;
  events: string[];
  active: boolean;
  config: {
    url: string;
    content_type: 'json' | 'form';
    secret?: string;
    insecure_ssl: string;
  };
  createdAt: string;
  updatedAt: string;
}

export interface Delivery {
  id: number;
  guid: string;
  hook: number;
  event: string;
  action: string | null;
  deliveredAt: string;
  redelivery: boolean;
  durationSeconds: number;
  /** e.g. `OK`, or why the request failed. */
  status: string;
  statusCode: number;
  repositoryId: number | null;
  requestHeaders: Record<string, string>;
  payload: unknown;
  responseHeaders: Record<string, string>;
  responseBody: string;
}

/** A commit status, as CI outside of Actions sets it. */
export interface CommitStatus {
  id: number;
  repository: string;
  sha: string;
  state: 'error' | 'failure' | 'pending' | 'success';
  context: string;
  description: string | null;
  targetUrl: string | null;
  creator: string;
  createdAt: string;
}
