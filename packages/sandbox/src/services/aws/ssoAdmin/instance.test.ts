import { ListAccountsCommand } from '@aws-sdk/client-organizations';
import {
  DescribePermissionSetCommand,
  ListInstancesCommand,
  ListPermissionSetsProvisionedToAccountCommand,
  paginateListPermissionSets,
} from '@aws-sdk/client-sso-admin';
import { PRODUCTION, TestAssignments } from '../__testUtils__';
import {
  IDENTITY_STORE_ID as IdentityStoreId,
  INSTANCE_ARN,
} from '../instance';

const DEV = '444455556666';

describe("IAM Identity Center, asked by AWS's own client", () => {
  let test: TestAssignments;

  beforeEach(async () => {
    test = await TestAssignments.start();
  });
  afterEach(() => test.aws.stop());

  it('has one instance, in its region alone', async () => {
    const { Instances } = await test.client.send(new ListInstancesCommand({}));
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
    const elsewhere = test.aws.ssoAdmin({ region: 'eu-central-1' });
    expect(
      (await elsewhere.send(new ListInstancesCommand({}))).Instances,
    ).toEqual([]);
  });

  it('lists accounts and permission sets, page by page', async () => {
    const { Accounts } = await test.aws
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
      { client: test.client, pageSize: 2 },
      { InstanceArn: INSTANCE_ARN },
    )) {
      arns.push(...page.PermissionSets!);
    }
    expect(arns).toHaveLength(5);
    const { PermissionSet } = await test.client.send(
      new DescribePermissionSetCommand({
        InstanceArn: INSTANCE_ARN,
        PermissionSetArn: test.developer,
      }),
    );
    expect(PermissionSet).toMatchObject({
      Name: 'DeveloperAccess',
      SessionDuration: 'PT8H',
      CreatedDate: expect.any(Date),
    });
    const { PermissionSets } = await test.client.send(
      new ListPermissionSetsProvisionedToAccountCommand({
        InstanceArn: INSTANCE_ARN,
        AccountId: DEV,
      }),
    );
    expect(PermissionSets).toContain(test.developer);
  });
});
