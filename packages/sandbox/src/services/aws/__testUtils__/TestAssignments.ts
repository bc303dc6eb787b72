import { GetUserIdCommand } from '@aws-sdk/client-identitystore';
import {
  CreateAccountAssignmentCommand,
  DeleteAccountAssignmentCommand,
  DescribeAccountAssignmentCreationStatusCommand,
  DescribeAccountAssignmentDeletionStatusCommand,
  type AccountAssignmentOperationStatus,
  type SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import { IDENTITY_STORE_ID, INSTANCE_ARN, permissionSetArn } from '../instance';
import { eventually, TestAws, type Options } from './TestAws';

type Status = AccountAssignmentOperationStatus;

/** Account of `mini-org-production`. */
export const PRODUCTION = '777788889999';

/** AWS, and what a test of assignments asks of it again and again: `DeveloperAccess` in production for Milo Quinn. */
export class TestAssignments {
  static async start(): Promise<TestAssignments> {
    const aws = await TestAws.start();
    const test = new TestAssignments(aws);
    test.milo = await test.userId('milo.quinn');
    return test;
  }

  readonly aws: TestAws;
  readonly developer = permissionSetArn('DeveloperAccess');
  client: SSOAdminClient;
  /** Id of a user who has nothing. */
  milo = '';

  private constructor(aws: TestAws) {
    this.aws = aws;
    this.client = aws.ssoAdmin();
  }

  async restart(options?: Options) {
    await this.aws.restart(options);
    this.client = this.aws.ssoAdmin();
  }

  async userId(login: string): Promise<string> {
    const { UserId } = await this.aws.identityStore().send(
      new GetUserIdCommand({
        IdentityStoreId: IDENTITY_STORE_ID,
        AlternateIdentifier: {
          UniqueAttribute: {
            AttributePath: 'userName',
            AttributeValue: `${login}@mini-org.example`,
          },
        },
      }),
    );
    return UserId!;
  }

  async assign(rest = {}): Promise<Status> {
    const command = new CreateAccountAssignmentCommand(this.#input(rest));
    const answer = await this.client.send(command);
    return answer.AccountAssignmentCreationStatus!;
  }

  async unassign(rest = {}): Promise<Status> {
    const command = new DeleteAccountAssignmentCommand(this.#input(rest));
    const answer = await this.client.send(command);
    return answer.AccountAssignmentDeletionStatus!;
  }

  /** The request once it is over. */
  created({ RequestId }: Status): Promise<Status> {
    return eventually(async () => {
      const { AccountAssignmentCreationStatus: status } =
        await this.client.send(
          new DescribeAccountAssignmentCreationStatusCommand({
            InstanceArn: INSTANCE_ARN,
            AccountAssignmentCreationRequestId: RequestId,
          }),
        );
      return status?.Status !== 'IN_PROGRESS' && status;
    });
  }

  /** The request once it is over. */
  deleted({ RequestId }: Status): Promise<Status> {
    return eventually(async () => {
      const { AccountAssignmentDeletionStatus: status } =
        await this.client.send(
          new DescribeAccountAssignmentDeletionStatusCommand({
            InstanceArn: INSTANCE_ARN,
            AccountAssignmentDeletionRequestId: RequestId,
          }),
        );
      return status?.Status !== 'IN_PROGRESS' && status;
    });
  }

  #input(rest: object) {
    return {
      InstanceArn: INSTANCE_ARN,
      TargetId: PRODUCTION,
      TargetType: 'AWS_ACCOUNT' as const,
      PermissionSetArn: this.developer,
      PrincipalType: 'USER' as const,
      PrincipalId: this.milo,
      ...rest,
    };
  }
}
