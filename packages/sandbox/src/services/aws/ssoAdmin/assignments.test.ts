import {
  CreateUserCommand,
  DeleteUserCommand,
} from '@aws-sdk/client-identitystore';
import {
  ListAccountAssignmentCreationStatusCommand,
  ListAccountAssignmentsCommand,
  ListAccountAssignmentsForPrincipalCommand,
} from '@aws-sdk/client-sso-admin';
import { PRODUCTION, TestAssignments } from '../__testUtils__';
import {
  IDENTITY_STORE_ID as IdentityStoreId,
  INSTANCE_ARN,
} from '../instance';

jest.setTimeout(240_000);

const DEV = '444455556666';

describe("Access to accounts, asked by AWS's own client", () => {
  let test: TestAssignments;

  beforeEach(async () => {
    test = await TestAssignments.start();
  });
  afterEach(() => test.aws.stop());

  const assignees = async () =>
    (
      await test.client.send(
        new ListAccountAssignmentsCommand({
          InstanceArn: INSTANCE_ARN,
          AccountId: PRODUCTION,
          PermissionSetArn: test.developer,
        }),
      )
    ).AccountAssignments!.map(one => one.PrincipalId);

  it('assigns after a while, and once more without harm', async () => {
    const asked = await test.assign();
    expect(asked).toMatchObject({
      Status: 'IN_PROGRESS',
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      TargetId: PRODUCTION,
      TargetType: 'AWS_ACCOUNT',
      PermissionSetArn: test.developer,
      PrincipalType: 'USER',
      PrincipalId: test.milo,
      CreatedDate: expect.any(Date),
    });
    expect(await test.created(asked)).toMatchObject({ Status: 'SUCCEEDED' });
    expect(await test.created(await test.assign())).toMatchObject({
      Status: 'SUCCEEDED',
    });
    expect((await assignees()).filter(id => id === test.milo)).toEqual([
      test.milo,
    ]);
    expect(test.aws.service.inventory().assignments).toContain(
      'mini-org-production DeveloperAccess user milo.quinn@mini-org.example',
    );
    const { AccountAssignmentsCreationStatus } = await test.client.send(
      new ListAccountAssignmentCreationStatusCommand({
        InstanceArn: INSTANCE_ARN,
        Filter: { Status: 'SUCCEEDED' },
      }),
    );
    expect(AccountAssignmentsCreationStatus).toHaveLength(2);
  });

  it('goes on after a restart with what was under way', async () => {
    await test.restart({ pace: 1000 });
    const asked = await test.assign();
    expect(await assignees()).not.toContain(test.milo);
    await test.restart();
    expect(await test.created(asked)).toMatchObject({ Status: 'SUCCEEDED' });
    expect(await assignees()).toContain(test.milo);
  });

  it('takes an assignment away, and fails where there is none', async () => {
    await test.created(await test.assign());
    expect(await test.deleted(await test.unassign())).toMatchObject({
      Status: 'SUCCEEDED',
    });
    expect(await assignees()).not.toContain(test.milo);
    expect(await test.deleted(await test.unassign())).toMatchObject({
      Status: 'FAILED',
      FailureReason: expect.stringMatching(
        /^Received a 404 status error: EntitlementItem doesn't exist/,
      ),
    });
  });

  it('fails later where the directory does not know the user yet', async () => {
    const PrincipalId = test.milo.replace(/.{12}$/, '000000000000');
    expect(
      await test.created(await test.assign({ PrincipalId })),
    ).toMatchObject({
      Status: 'FAILED',
      FailureReason: `Received a 404 status error: the USER assignee ${PrincipalId} was not found in directory ${IdentityStoreId}`,
    });
  });

  it('lists what a user has, their groups included, and keeps what a removed user had', async () => {
    const directory = test.aws.identityStore();
    const of = async (PrincipalId: string) =>
      (
        await test.client.send(
          new ListAccountAssignmentsForPrincipalCommand({
            InstanceArn: INSTANCE_ARN,
            PrincipalId,
            PrincipalType: 'USER',
          }),
        )
      ).AccountAssignments!.map(one => [one.PrincipalType, one.AccountId]);
    expect(await of(await test.userId('sam.idowu'))).toEqual([
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
    await test.created(await test.assign({ PrincipalId: UserId }));
    await directory.send(new DeleteUserCommand({ IdentityStoreId, UserId }));
    expect(await of(UserId!)).toEqual([['USER', PRODUCTION]]);
    expect(
      await test.deleted(await test.unassign({ PrincipalId: UserId })),
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
    await expect(test.assign(input)).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('refuses the opposite of what is under way, and too much at once', async () => {
    await test.restart({ pace: 1000 });
    await test.assign();
    await expect(test.unassign()).rejects.toMatchObject({
      name: 'ConflictException',
    });
    for (let asked = 1; asked < 15; asked++) await test.assign();
    await expect(test.assign()).rejects.toMatchObject({
      name: 'ThrottlingException',
    });
  });
});
