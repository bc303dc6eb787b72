import {
  CreateUserCommand,
  DeleteUserCommand,
  GetUserIdCommand,
} from '@aws-sdk/client-identitystore';
import { ListAccountsCommand } from '@aws-sdk/client-organizations';
import {
  CreateAccountAssignmentCommand,
  DeleteAccountAssignmentCommand,
  DescribeAccountAssignmentCreationStatusCommand,
  DescribeAccountAssignmentDeletionStatusCommand,
  DescribePermissionSetCommand,
  ListAccountAssignmentCreationStatusCommand,
  ListAccountAssignmentsCommand,
  ListAccountAssignmentsForPrincipalCommand,
  ListInstancesCommand,
  ListPermissionSetsCommand,
  ListPermissionSetsProvisionedToAccountCommand,
  paginateListPermissionSets,
  type AccountAssignmentOperationStatus,
  type SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import { eventually, TestAws } from '../__testUtils__';
import { IDENTITY_STORE_ID as IdentityStoreId } from '../instance';

const DEV = '444455556666';
const PRODUCTION = '777788889999';

describe("IAM Identity Center, asked by AWS's own client", () => {
  let aws: TestAws;
  let client: SSOAdminClient;
  let InstanceArn: string;
  let developer: string;
  let milo: string;

  const connect = async () => {
    client = aws.ssoAdmin();
  };
  beforeEach(async () => {
    aws = await TestAws.start();
    await connect();
    const { Instances } = await client.send(new ListInstancesCommand({}));
    InstanceArn = Instances![0].InstanceArn!;
    developer = await permissionSet('DeveloperAccess');
    milo = await userId('milo.quinn');
  });
  afterEach(() => aws.stop());

  async function permissionSet(name: string) {
    const { PermissionSets } = await client.send(
      new ListPermissionSetsCommand({ InstanceArn }),
    );
    for (const PermissionSetArn of PermissionSets!) {
      const { PermissionSet } = await client.send(
        new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn }),
      );
      if (PermissionSet!.Name === name) return PermissionSetArn;
    }
    throw new Error(`No permission set ${name}`);
  }
  async function userId(login: string) {
    const { UserId } = await aws.identityStore().send(
      new GetUserIdCommand({
        IdentityStoreId,
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
  const assignment = (rest = {}) => ({
    InstanceArn,
    TargetId: PRODUCTION,
    TargetType: 'AWS_ACCOUNT' as const,
    PermissionSetArn: developer,
    PrincipalType: 'USER' as const,
    PrincipalId: milo,
    ...rest,
  });
  const assign = async (rest = {}) =>
    (await client.send(new CreateAccountAssignmentCommand(assignment(rest))))
      .AccountAssignmentCreationStatus!;
  const unassign = async (rest = {}) =>
    (await client.send(new DeleteAccountAssignmentCommand(assignment(rest))))
      .AccountAssignmentDeletionStatus!;
  const isOver = (status?: AccountAssignmentOperationStatus) =>
    status?.Status !== 'IN_PROGRESS' && status;
  const created = ({ RequestId }: AccountAssignmentOperationStatus) =>
    eventually(async () => {
      const { AccountAssignmentCreationStatus: status } = await client.send(
        new DescribeAccountAssignmentCreationStatusCommand({
          InstanceArn,
          AccountAssignmentCreationRequestId: RequestId,
        }),
      );
      return isOver(status);
    });
  const deleted = ({ RequestId }: AccountAssignmentOperationStatus) =>
    eventually(async () => {
      const { AccountAssignmentDeletionStatus: status } = await client.send(
        new DescribeAccountAssignmentDeletionStatusCommand({
          InstanceArn,
          AccountAssignmentDeletionRequestId: RequestId,
        }),
      );
      return isOver(status);
    });
  const assignees = async (AccountId = PRODUCTION) =>
    (
      await client.send(
        new ListAccountAssignmentsCommand({
          InstanceArn,
          AccountId,
          PermissionSetArn: developer,
        }),
      )
    ).AccountAssignments!.map(one => one.PrincipalId);

  it('has one instance, in its region alone', async () => {
    const { Instances } = await client.send(new ListInstancesCommand({}));
    expect(Instances).toEqual([
      expect.objectContaining({
        InstanceArn: expect.stringMatching(
          /^arn:aws:sso:::instance\/ssoins-[0-9a-f]{16}$/,
        ),
        IdentityStoreId,
        OwnerAccountId: '111122223333',
        Status: 'ACTIVE',
        CreatedDate: expect.any(Date),
      }),
    ]);
    const elsewhere = aws.ssoAdmin({ region: 'eu-central-1' });
    expect(
      (await elsewhere.send(new ListInstancesCommand({}))).Instances,
    ).toEqual([]);
  });

  it('lists accounts and permission sets, page by page', async () => {
    const { Accounts } = await aws
      .organizations()
      .send(new ListAccountsCommand({}));
    expect(Accounts!.map(({ Name, Id }) => [Name, Id])).toEqual([
      ['mini-org', '111122223333'],
      ['mini-org-dev', DEV],
      ['mini-org-staging', '555566667777'],
      ['mini-org-production', PRODUCTION],
    ]);
    const arns = [];
    for await (const page of paginateListPermissionSets(
      { client, pageSize: 2 },
      { InstanceArn },
    )) {
      arns.push(...page.PermissionSets!);
    }
    expect(arns).toHaveLength(5);
    const { PermissionSet } = await client.send(
      new DescribePermissionSetCommand({
        InstanceArn,
        PermissionSetArn: developer,
      }),
    );
    expect(PermissionSet).toMatchObject({
      Name: 'DeveloperAccess',
      SessionDuration: 'PT8H',
      CreatedDate: expect.any(Date),
    });
    const { PermissionSets } = await client.send(
      new ListPermissionSetsProvisionedToAccountCommand({
        InstanceArn,
        AccountId: DEV,
      }),
    );
    expect(PermissionSets).toContain(developer);
  });

  it('assigns after a while, and once more without harm', async () => {
    const asked = await assign();
    expect(asked).toMatchObject({
      Status: 'IN_PROGRESS',
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      TargetId: PRODUCTION,
      TargetType: 'AWS_ACCOUNT',
      PermissionSetArn: developer,
      PrincipalType: 'USER',
      PrincipalId: milo,
      CreatedDate: expect.any(Date),
    });
    expect(await assignees()).not.toContain(milo);
    expect(await created(asked)).toMatchObject({ Status: 'SUCCEEDED' });
    expect(await created(await assign())).toMatchObject({
      Status: 'SUCCEEDED',
    });
    expect((await assignees()).filter(id => id === milo)).toEqual([milo]);
    expect(aws.service.inventory().assignments).toContain(
      'mini-org-production DeveloperAccess user milo.quinn@mini-org.example',
    );
    const { AccountAssignmentsCreationStatus } = await client.send(
      new ListAccountAssignmentCreationStatusCommand({
        InstanceArn,
        Filter: { Status: 'SUCCEEDED' },
      }),
    );
    expect(AccountAssignmentsCreationStatus).toHaveLength(2);
  });

  it('goes on after a restart with what was under way', async () => {
    await aws.restart({ pace: 1000 });
    await connect();
    const asked = await assign();
    await aws.restart();
    await connect();
    expect(await created(asked)).toMatchObject({ Status: 'SUCCEEDED' });
    expect(await assignees()).toContain(milo);
  });

  it('takes an assignment away, and fails where there is none', async () => {
    await created(await assign());
    expect(await deleted(await unassign())).toMatchObject({
      Status: 'SUCCEEDED',
    });
    expect(await assignees()).not.toContain(milo);
    expect(await deleted(await unassign())).toMatchObject({
      Status: 'FAILED',
      FailureReason: expect.stringMatching(
        /^Received a 404 status error: EntitlementItem doesn't exist/,
      ),
    });
  });

  it('fails later where the directory does not know the user yet', async () => {
    const PrincipalId = milo.replace(/.{12}$/, '000000000000');
    expect(await created(await assign({ PrincipalId }))).toMatchObject({
      Status: 'FAILED',
      FailureReason: `Received a 404 status error: the USER assignee ${PrincipalId} was not found in directory ${IdentityStoreId}`,
    });
  });

  it('lists what a user has, their groups included, and keeps what a removed user had', async () => {
    const directory = aws.identityStore();
    const of = async (PrincipalId: string) =>
      (
        await client.send(
          new ListAccountAssignmentsForPrincipalCommand({
            InstanceArn,
            PrincipalId,
            PrincipalType: 'USER',
          }),
        )
      ).AccountAssignments!.map(one => [one.PrincipalType, one.AccountId]);
    expect(await of(await userId('sam.idowu'))).toEqual([
      ['GROUP', DEV],
      ['GROUP', '555566667777'],
      ['GROUP', PRODUCTION],
      ['USER', PRODUCTION],
    ]);
    const { UserId } = await directory.send(
      new CreateUserCommand({
        IdentityStoreId,
        UserName: 'temp',
        DisplayName: 'Temp',
        Name: { GivenName: 'T', FamilyName: 'P' },
      }),
    );
    await created(await assign({ PrincipalId: UserId }));
    await directory.send(new DeleteUserCommand({ IdentityStoreId, UserId }));
    expect(await of(UserId!)).toEqual([['USER', PRODUCTION]]);
    expect(
      await deleted(await unassign({ PrincipalId: UserId })),
    ).toMatchObject({ Status: 'SUCCEEDED' });
  });

  it.each([
    [{ TargetId: '12' }, 'ValidationException'],
    [{ TargetId: '123456789012' }, 'ResourceNotFoundException'],
    [{ PrincipalType: 'ROLE' }, 'ValidationException'],
    [{ PrincipalId: undefined }, 'ValidationException'],
    [{ PermissionSetArn: 'arn:aws:sso:::x' }, 'ValidationException'],
    [
      {
        PermissionSetArn:
          'arn:aws:sso:::permissionSet/ssoins-7223c0ffee5a9d14/ps-0000000000000000',
      },
      'ResourceNotFoundException',
    ],
    [
      { InstanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000000' },
      'ResourceNotFoundException',
    ],
  ])('refuses %j', async (input, name) => {
    await expect(assign(input)).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('refuses the opposite of what is under way, and too much at once', async () => {
    await aws.restart({ pace: 1000 });
    await connect();
    await assign();
    await expect(unassign()).rejects.toMatchObject({
      name: 'ConflictException',
    });
    for (let asked = 1; asked < 15; asked++) await assign();
    await expect(assign()).rejects.toMatchObject({
      name: 'ThrottlingException',
    });
  });
});
