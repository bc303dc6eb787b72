import {
  CreateUserCommand,
  ListGroupMembershipsForMemberCommand,
  ListGroupsCommand,
  ListUsersCommand,
  type User,
} from '@aws-sdk/client-identitystore';
import { Client } from '@okta/okta-sdk-nodejs';
import { eventually, TestAws } from '../__testUtils__';
import { IDENTITY_STORE_ID as IdentityStoreId } from '../instance';
import { scimFromEnvironment } from './ScimOptions';

jest.setTimeout(240_000);

const LOGIN = 'nora.berg@mini-org.example';
const NEVER = { enabled: true, delaySeconds: 86_400 };

describe('What changes in Okta', () => {
  let aws: TestAws;
  let okta: Client;

  const connect = () => {
    okta = new Client({
      orgUrl: aws.urls.okta,
      token: 'okta-sandbox-token',
    });
  };
  const start = async (scim?: { enabled: boolean; delaySeconds: number }) => {
    aws = await TestAws.start({ okta: true, scim });
    connect();
  };
  const restart = async (scim?: { enabled: boolean; delaySeconds: number }) => {
    await aws.restart({ okta: true, scim });
    connect();
  };
  afterEach(() => aws.stop());

  const hire = () =>
    okta.userApi.createUser({
      body: {
        profile: {
          login: LOGIN,
          email: LOGIN,
          firstName: 'Nora',
          lastName: 'Berg',
        },
      },
      activate: true,
    });
  const users = async () =>
    (await aws.identityStore().send(new ListUsersCommand({ IdentityStoreId })))
      .Users!;
  const find = async (userName = LOGIN) =>
    (await users()).find(user => user.UserName === userName);
  const groupsOf = async ({ UserId }: User) => {
    const client = aws.identityStore();
    const { Groups } = await client.send(
      new ListGroupsCommand({ IdentityStoreId }),
    );
    const { GroupMemberships } = await client.send(
      new ListGroupMembershipsForMemberCommand({
        IdentityStoreId,
        MemberId: { UserId: UserId! },
      }),
    );
    return GroupMemberships!.map(
      one => Groups!.find(group => group.GroupId === one.GroupId)!.DisplayName,
    );
  };
  const groupNamed = async (name: string) => {
    for await (const group of await okta.groupApi.listGroups({ q: name })) {
      if (group?.profile?.name === name) return group.id!;
    }
    throw new Error(`No group ${name}`);
  };

  it('arrives after a while: a user, their groups, a new name, and their leave', async () => {
    await start();
    const { id } = await hire();
    const user = await eventually(() => find());
    expect(user).toMatchObject({
      DisplayName: 'Nora Berg',
      UserStatus: 'ENABLED',
      ExternalIds: [{ Id: id, Issuer: expect.stringContaining('scim') }],
    });
    expect(aws.service.inventory().users).toEqual([]);

    const payments = await groupNamed('payments');
    await okta.groupApi.assignUserToGroup({ groupId: payments, userId: id! });
    await eventually(async () => (await groupsOf(user)).includes('payments'));

    await okta.userApi.updateUser({
      userId: id!,
      user: { profile: { lastName: 'Lund', displayName: 'Nora Lund' } },
    });
    await eventually(async () => (await find())?.Name?.FamilyName === 'Lund');

    await okta.userApi.deactivateUser({ userId: id! });
    await eventually(async () => (await find())?.UserStatus === 'DISABLED');
    expect(await groupsOf(user)).toEqual([]);

    await okta.userApi.deleteUser({ userId: id! });
    expect((await users()).filter(one => one.UserName === LOGIN)).toHaveLength(
      1,
    );
  });

  it('has not arrived before its time, and arrives after a restart too', async () => {
    await start(NEVER);
    const { id } = await hire();
    await okta.groupApi.assignUserToGroup({
      groupId: await groupNamed('data'),
      userId: id!,
    });
    expect(await find()).toBeUndefined();
    await restart();
    const user = await eventually(() => find());
    expect(await groupsOf(user)).toEqual(['data']);
  });

  it('never arrives where there is no SCIM, and finds later whom someone made by hand', async () => {
    await start({ enabled: false, delaySeconds: 0 });
    const { id } = await hire();
    await okta.userApi.updateUser({
      userId: id!,
      user: { profile: { title: 'Engineer' } },
    });
    expect(await find()).toBeUndefined();
    const { UserId } = await aws.identityStore().send(
      new CreateUserCommand({
        IdentityStoreId,
        UserName: LOGIN,
        DisplayName: 'Nora B.',
        Name: { GivenName: 'Nora', FamilyName: 'Berg' },
      }),
    );
    await restart();
    const user = await eventually(async () => {
      const found = await find();
      return found?.ExternalIds && found;
    });
    expect(user).toMatchObject({ UserId, Title: 'Engineer' });
    expect((await users()).filter(one => one.UserName === LOGIN)).toHaveLength(
      1,
    );
  });

  it('brings groups and takes them away', async () => {
    await start();
    const { id } = await okta.groupApi.createGroup({
      group: { profile: { name: 'on-call', description: 'Who is woken' } },
    });
    const isThere = async () => {
      const { Groups } = await aws
        .identityStore()
        .send(new ListGroupsCommand({ IdentityStoreId }));
      return Groups!.some(group => group.DisplayName === 'on-call');
    };
    expect(await eventually(isThere)).toBe(true);
    await okta.groupApi.deleteGroup({ groupId: id! });
    await eventually(async () => !(await isThere()));
  });

  it('is forgotten by a reset', async () => {
    await start();
    await hire();
    await eventually(() => find());
    await aws.reset();
    expect(await find()).toBeUndefined();
    await hire();
    expect(await eventually(() => find())).toMatchObject({
      UserStatus: 'ENABLED',
    });
  });
});

describe('The environment', () => {
  it.each([
    [{}, { enabled: true, delaySeconds: 8 }],
    [{ PORTICO_SANDBOX_SCIM: 'off' }, { enabled: false, delaySeconds: 8 }],
    [
      { PORTICO_SANDBOX_SCIM_DELAY: '0.5' },
      { enabled: true, delaySeconds: 0.5 },
    ],
  ])('%j means %j', (environment, options) => {
    expect(scimFromEnvironment(environment)).toEqual(options);
  });

  it.each([
    [{ PORTICO_SANDBOX_SCIM: 'no' }, 'PORTICO_SANDBOX_SCIM must be on or off'],
    [{ PORTICO_SANDBOX_SCIM_DELAY: 'soon' }, 'PORTICO_SANDBOX_SCIM_DELAY'],
    [{ PORTICO_SANDBOX_SCIM_DELAY: '' }, 'PORTICO_SANDBOX_SCIM_DELAY'],
  ])('%j is refused', (environment, message) => {
    expect(() => scimFromEnvironment(environment)).toThrow(message);
  });
});
