/** As the API shows it; times are seconds since 1970. */
export interface PermissionSet {
  Name: string;
  PermissionSetArn: string;
  Description: string;
  /** ISO 8601 duration, e.g. `PT8H`. */
  SessionDuration: string;
  CreatedDate: number;
}

export const PRINCIPAL_TYPES = ['USER', 'GROUP'] as const;
export const STATUSES = ['IN_PROGRESS', 'FAILED', 'SUCCEEDED'] as const;

/** Who has which permission set in which account. */
export interface Assignment {
  AccountId: string;
  PermissionSetArn: string;
  PrincipalType: (typeof PRINCIPAL_TYPES)[number];
  PrincipalId: string;
}

/** One assignment that is being made or taken away, or was. */
export interface AssignmentRequest {
  RequestId: string;
  kind: 'creation' | 'deletion';
  assignment: Assignment;
  Status: (typeof STATUSES)[number];
  FailureReason?: string;
  CreatedDate: number;
}
