import { randomUUID } from 'node:crypto';
import type { Clock, Collection, Store } from '../../../kit';
import { AwsError } from '../AwsError';
import type { IdentityStore } from '../identityStore';
import { IDENTITY_STORE_ID } from '../instance';
import { conflict } from '../json';
import type { Assignment, AssignmentRequest } from './types';

/** How long a request is under way, in simulated milliseconds. */
const DURATION_MS = 2000;

/** Requests that may be under way at once; AWS has such a quota, and refuses more with `ThrottlingException`. */
const MAX_OUTSTANDING = 15;

/**
 * Who has which permission set in which account. Assigning and taking away are asynchronous: the request is
 * accepted, and succeeds or fails later. Requests under way survive a restart.
 */
export class AccountAssignments {
  readonly #assignments: Collection<Assignment>;
  readonly #requests: Collection<AssignmentRequest>;
  readonly #directory: IdentityStore;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock, directory: IdentityStore) {
    this.#assignments = store.collection<Assignment>('aws', 'assignments');
    this.#requests = store.collection<AssignmentRequest>(
      'aws',
      'assignment-requests',
    );
    this.#directory = directory;
    this.#clock = clock;
  }

  list(): Assignment[] {
    return this.#assignments.list();
  }

  /** What a user or group has; a user also what their groups have. */
  ofPrincipal(type: Assignment['PrincipalType'], id: string): Assignment[] {
    const groups =
      type === 'USER'
        ? this.#directory.membershipsOf(id).map(one => one.GroupId)
        : [];
    return this.#assignments.filter(({ PrincipalType, PrincipalId }) =>
      PrincipalType === 'GROUP' && type === 'USER'
        ? groups.includes(PrincipalId)
        : PrincipalType === type && PrincipalId === id,
    );
  }

  /** Those of that kind, newest first. */
  requests(kind: AssignmentRequest['kind']): AssignmentRequest[] {
    return this.#requests.filter(one => one.kind === kind).reverse();
  }

  findRequest(kind: AssignmentRequest['kind'], id: string) {
    const request = this.#requests.get(id);
    return request?.kind === kind ? request : undefined;
  }

  /** Writes an assignment at once, for a seed. */
  seed(assignment: Assignment): void {
    this.#assignments.put(keyOf(assignment), assignment);
  }

  /**
   * Begins to make or to take away an assignment. Making one that is there succeeds.
   *
   * @throws AwsError `ConflictException` while the opposite is under way, `ThrottlingException` where too much is
   */
  request(
    kind: AssignmentRequest['kind'],
    assignment: Assignment,
  ): AssignmentRequest {
    const underWay = this.#requests.filter(one => one.Status === 'IN_PROGRESS');
    const key = keyOf(assignment);
    if (underWay.some(r => r.kind !== kind && keyOf(r.assignment) === key)) {
      throw conflict(
        'There is a conflicting operation in process for this account assignment. Try again when it is done.',
      );
    }
    if (underWay.length >= MAX_OUTSTANDING) {
      throw new AwsError(
        'ThrottlingException',
        `Rate exceeded: ${MAX_OUTSTANDING} account assignment operations are in progress`,
      );
    }
    const RequestId = randomUUID();
    const request = this.#requests.put(RequestId, {
      RequestId,
      kind,
      assignment,
      Status: 'IN_PROGRESS',
      CreatedDate: this.#clock.now().getTime() / 1000,
    });
    this.#finishLater(request);
    return request;
  }

  /** Takes up what was under way. */
  resume(): void {
    for (const request of this.#requests.list()) {
      if (request.Status === 'IN_PROGRESS') this.#finishLater(request);
    }
  }

  #finishLater({ RequestId }: AssignmentRequest) {
    this.#clock.after(DURATION_MS, () => {
      this.#requests.update(RequestId, request => {
        const FailureReason = this.#carryOut(request);
        const Status = FailureReason ? 'FAILED' : 'SUCCEEDED';
        return { ...request, Status, FailureReason };
      });
    });
  }

  /** Why it can't be done, if it can't; in AWS's words. */
  #carryOut({ kind, assignment }: AssignmentRequest): string | undefined {
    const key = keyOf(assignment);
    const { PrincipalType, PrincipalId, PermissionSetArn, AccountId } =
      assignment;
    if (kind === 'deletion') {
      return this.#assignments.delete(key)
        ? undefined
        : `Received a 404 status error: EntitlementItem doesn't exist with the given entitlement key EntitlementKey{accessorId=AccessorId{value=${PrincipalId}}, resourceId=ResourceId{value=${PermissionSetArn}}, auxiliaryResourceId=AuxiliaryResourceId{value=${AccountId}}}.`;
    }
    const { users, groups } = this.#directory;
    const principals = PrincipalType === 'USER' ? users : groups;
    if (!principals.get(PrincipalId)) {
      return `Received a 404 status error: the ${PrincipalType} assignee ${PrincipalId} was not found in directory ${IDENTITY_STORE_ID}`;
    }
    this.#assignments.put(key, assignment);
    return undefined;
  }
}

function keyOf(assignment: Assignment): string {
  const { AccountId, PermissionSetArn, PrincipalType, PrincipalId } =
    assignment;
  return [AccountId, PermissionSetArn, PrincipalType, PrincipalId].join(' ');
}
