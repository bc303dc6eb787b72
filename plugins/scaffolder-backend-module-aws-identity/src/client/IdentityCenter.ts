import {
  CreateAccountAssignmentCommand,
  DeleteAccountAssignmentCommand,
  DescribeAccountAssignmentCreationStatusCommand,
  DescribeAccountAssignmentDeletionStatusCommand,
  DescribePermissionSetCommand,
  paginateListAccountAssignmentsForPrincipal,
  paginateListPermissionSets,
} from '@aws-sdk/client-sso-admin';
import { InputError } from '@backstage/errors';
import type { AwsIdentityConfig } from '../config/readAwsIdentity';
import { AwsSession, type Patience } from './AwsSession';
import { IdentityStore } from './IdentityStore';

/** Who has which permission set in which account. */
export interface Assignment {
  accountId: string;
  permissionSetArn: string;
  /** Id of the user in the Identity Store. */
  userId: string;
}

/** How far a request to make or take away an assignment is. */
export interface AssignmentProgress {
  requestId: string;
  status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED';
  failureReason?: string;
}

type Direction = 'creation' | 'deletion';

/** What flows ask of IAM Identity Center. Failures come as errors of `@backstage/errors`. */
export class IdentityCenter {
  readonly config: AwsIdentityConfig;
  readonly store: IdentityStore;
  readonly pollMs: number;
  readonly #session: AwsSession;

  constructor(
    config: AwsIdentityConfig,
    options: Patience & { signal?: AbortSignal } = {},
  ) {
    this.config = config;
    this.pollMs = options.pollMs ?? 1_000;
    this.#session = new AwsSession(config, options);
    this.store = new IdentityStore(this.#session);
  }

  /** Ends open connections. */
  close(): void {
    this.#session.close();
  }

  /** @throws InputError for an account that the config does not name */
  account(nameOrId: string): { name: string; id: string } {
    const { accounts } = this.config;
    const found = accounts.find(
      one => one.name === nameOrId || one.id === nameOrId,
    );
    if (!found) {
      throw new InputError(
        `awsIdentity.accounts has no '${nameOrId}'. There are: ${accounts
          .map(one => one.name)
          .join(', ')}.`,
      );
    }
    return found;
  }

  /** All permission sets, ARN by name. */
  async permissionSets(): Promise<Map<string, string>> {
    const { InstanceArn } = await this.#session.instance();
    return this.#session.ask('list permission sets', async () => {
      const byName = new Map<string, string>();
      const pages = paginateListPermissionSets(
        { client: this.#session.sso },
        { InstanceArn },
        this.#session.options,
      );
      for await (const { PermissionSets = [] } of pages) {
        for (const PermissionSetArn of PermissionSets) {
          const { PermissionSet } = await this.#session.sso.send(
            new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn }),
            this.#session.options,
          );
          if (PermissionSet?.Name)
            byName.set(PermissionSet.Name, PermissionSetArn);
        }
      }
      return byName;
    });
  }

  /** What a user has been given directly; what their groups give does not count. */
  async assignmentsOf(userId: string): Promise<Assignment[]> {
    const { InstanceArn } = await this.#session.instance();
    return this.#session.ask(`list the assignments of ${userId}`, async () => {
      const found: Assignment[] = [];
      const pages = paginateListAccountAssignmentsForPrincipal(
        { client: this.#session.sso },
        { InstanceArn, PrincipalType: 'USER', PrincipalId: userId },
        this.#session.options,
      );
      for await (const { AccountAssignments = [] } of pages) {
        for (const one of AccountAssignments) {
          if (one.PrincipalType !== 'USER') continue;
          found.push({
            userId,
            accountId: one.AccountId ?? '',
            permissionSetArn: one.PermissionSetArn ?? '',
          });
        }
      }
      return found;
    });
  }

  /** Asks for an assignment to be made or taken away, which takes AWS some seconds. */
  async request(
    direction: Direction,
    assignment: Assignment,
  ): Promise<AssignmentProgress> {
    const { InstanceArn } = await this.#session.instance();
    const input = {
      InstanceArn,
      TargetType: 'AWS_ACCOUNT' as const,
      TargetId: assignment.accountId,
      PermissionSetArn: assignment.permissionSetArn,
      PrincipalType: 'USER' as const,
      PrincipalId: assignment.userId,
    };
    return this.#session.ask(
      `${direction === 'creation' ? 'make' : 'take away'} an assignment in ${
        assignment.accountId
      }`,
      async () =>
        toProgress(
          direction === 'creation'
            ? (
                await this.#session.sso.send(
                  new CreateAccountAssignmentCommand(input),
                  this.#session.options,
                )
              ).AccountAssignmentCreationStatus
            : (
                await this.#session.sso.send(
                  new DeleteAccountAssignmentCommand(input),
                  this.#session.options,
                )
              ).AccountAssignmentDeletionStatus,
        ),
    );
  }

  async progressOf(
    direction: Direction,
    requestId: string,
  ): Promise<AssignmentProgress> {
    const { InstanceArn } = await this.#session.instance();
    return this.#session.ask(
      `look at the assignment request ${requestId}`,
      async () =>
        toProgress(
          direction === 'creation'
            ? (
                await this.#session.sso.send(
                  new DescribeAccountAssignmentCreationStatusCommand({
                    InstanceArn,
                    AccountAssignmentCreationRequestId: requestId,
                  }),
                  this.#session.options,
                )
              ).AccountAssignmentCreationStatus
            : (
                await this.#session.sso.send(
                  new DescribeAccountAssignmentDeletionStatusCommand({
                    InstanceArn,
                    AccountAssignmentDeletionRequestId: requestId,
                  }),
                  this.#session.options,
                )
              ).AccountAssignmentDeletionStatus,
        ),
    );
  }
}

function toProgress(status?: {
  RequestId?: string;
  Status?: AssignmentProgress['status'];
  FailureReason?: string;
}): AssignmentProgress {
  return {
    requestId: status?.RequestId ?? '',
    status: status?.Status ?? 'IN_PROGRESS',
    failureReason: status?.FailureReason,
  };
}
