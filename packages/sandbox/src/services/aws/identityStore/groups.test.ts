import {
  CreateGroupCommand,
  CreateGroupMembershipCommand,
  DeleteGroupCommand,
  DeleteGroupMembershipCommand,
  DescribeGroupCommand,
  DescribeGroupMembershipCommand,
  DescribeUserCommand,
  GetGroupIdCommand,
  GetGroupMembershipIdCommand,
  GetUserIdCommand,
  IsMemberInGroupsCommand,
  ListGroupMembershipsCommand,
  ListGroupMembershipsForMemberCommand,
  paginateListGroups,
  type IdentitystoreClient,
} from '@aws-sdk/client-identitystore';
import { TestAws } from '../__testUtils__';
import { IDENTITY_STORE_ID as IdentityStoreId } from '../instance';

describe("Groups of the Identity Store, asked by AWS's own client", () => {
  let aws: TestAws;
  let client: IdentitystoreClient;

  beforeAll(async () => {
    aws = await TestAws.start();
    client = aws.identityStore();
  });
  afterAll(() => aws.stop());

  const uniquely = (AttributePath: string, AttributeValue: string) => ({
    IdentityStoreId,
    AlternateIdentifier: { UniqueAttribute: { AttributePath, AttributeValue } },
  });
  const describeUser = (UserId?: string) =>
    client.send(new DescribeUserCommand({ IdentityStoreId, UserId }));
  const groupId = async (name: string) =>
    (await client.send(new GetGroupIdCommand(uniquely('displayName', name))))
      .GroupId;

  it('holds the groups and who is in them', async () => {
    const names = [];
    for await (const page of paginateListGroups(
      { client },
      { IdentityStoreId },
    )) {
      names.push(...page.Groups!.map(group => group.DisplayName));
    }
    expect(names).toEqual(
      expect.arrayContaining(['payments', 'engineers', 'platform-admins']),
    );
    expect(names).not.toContain('Everyone');
    const GroupId = await groupId('finance');
    const { GroupMemberships } = await client.send(
      new ListGroupMembershipsCommand({ IdentityStoreId, GroupId }),
    );
    expect(GroupMemberships).toHaveLength(1);
    const { UserName } = await describeUser(
      GroupMemberships![0].MemberId!.UserId,
    );
    expect(UserName).toBe('ines.marchetti@mini-org.example');
  });

  it('makes a group, puts a user in, takes them out, and removes it', async () => {
    const made = { IdentityStoreId, DisplayName: 'on-call' };
    const { GroupId } = await client.send(new CreateGroupCommand(made));
    await expect(
      client.send(new CreateGroupCommand(made)),
    ).rejects.toMatchObject({ message: 'Duplicate GroupDisplayName' });
    expect(
      await client.send(new DescribeGroupCommand({ IdentityStoreId, GroupId })),
    ).toMatchObject({ DisplayName: 'on-call' });
    const { UserId } = await client.send(
      new GetUserIdCommand(uniquely('userName', 'milo.quinn@mini-org.example')),
    );
    const membership = {
      IdentityStoreId,
      GroupId,
      MemberId: { UserId: UserId! },
    };
    const { MembershipId } = await client.send(
      new CreateGroupMembershipCommand(membership),
    );
    await expect(
      client.send(new CreateGroupMembershipCommand(membership)),
    ).rejects.toMatchObject({ name: 'ConflictException' });
    expect(
      await client.send(new GetGroupMembershipIdCommand(membership)),
    ).toMatchObject({ MembershipId });
    expect(
      await client.send(
        new DescribeGroupMembershipCommand({ IdentityStoreId, MembershipId }),
      ),
    ).toMatchObject({ GroupId, MemberId: { UserId } });
    const { GroupMemberships } = await client.send(
      new ListGroupMembershipsForMemberCommand(membership),
    );
    expect(GroupMemberships!.map(one => one.GroupId)).toEqual([GroupId]);
    const other = (await groupId('finance'))!;
    const { Results } = await client.send(
      new IsMemberInGroupsCommand({
        ...membership,
        GroupIds: [GroupId!, other],
      }),
    );
    expect(Results!.map(one => one.MembershipExists)).toEqual([true, false]);
    expect(aws.service.inventory()).toMatchObject({
      groups: ['on-call'],
      memberships: ['on-call milo.quinn@mini-org.example'],
    });
    await client.send(
      new DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId }),
    );
    await expect(
      client.send(new GetGroupMembershipIdCommand(membership)),
    ).rejects.toMatchObject({ ResourceType: 'GROUP_MEMBERSHIP' });
    await client.send(new DeleteGroupCommand({ IdentityStoreId, GroupId }));
    await expect(groupId('on-call')).rejects.toThrow('GROUP not found.');
  });
});
