import {
  ConflictException,
  CreateUserCommand,
  DeleteUserCommand,
  DescribeUserCommand,
  GetUserIdCommand,
  ListUsersCommand,
  paginateListUsers,
  ResourceNotFoundException,
  UpdateUserCommand,
  type IdentitystoreClient,
} from '@aws-sdk/client-identitystore';
import request from 'supertest';
import { createWorld } from '../../../world';
import { TestAws } from '../__testUtils__';
import { IDENTITY_STORE_ID as IdentityStoreId } from '../instance';

const ID =
  /^9067a3c51e-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe("Users of the Identity Store, asked by AWS's own client", () => {
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
  const create = (login: string, rest = {}) =>
    client.send(
      new CreateUserCommand({
        IdentityStoreId,
        UserName: login,
        DisplayName: 'Nora Test',
        Name: { GivenName: 'Nora', FamilyName: 'Test' },
        Emails: [{ Value: login, Primary: true }],
        ...rest,
      }),
    );
  const describeUser = (UserId?: string) =>
    client.send(new DescribeUserCommand({ IdentityStoreId, UserId }));

  it('holds the people of the organisation, as Okta brought them', async () => {
    const users = [];
    for await (const page of paginateListUsers(
      { client, pageSize: 10 },
      { IdentityStoreId },
    )) {
      expect(page.Users!.length).toBeLessThanOrEqual(10);
      users.push(...page.Users!);
    }
    const { people } = createWorld();
    expect(users.map(user => user.UserName).sort()).toEqual(
      people.map(({ login }) => `${login}@mini-org.example`).sort(),
    );
    const lena = users.find(user => user.DisplayName === 'Lena Fischer')!;
    expect(lena).toMatchObject({
      IdentityStoreId,
      UserId: expect.stringMatching(ID),
      Name: { GivenName: 'Lena', FamilyName: 'Fischer' },
      Emails: [{ Value: 'engineer@mini-org.example', Primary: true }],
      Title: 'Senior Software Engineer',
      UserStatus: 'ENABLED',
      ExternalIds: [{ Id: expect.stringMatching(/^00u.{17}$/) }],
      CreatedAt: expect.any(Date),
    });
    expect(Date.now() - lena.CreatedAt!.getTime()).toBeLessThan(60_000);
  });

  it('finds a user by name, e-mail address and external id', async () => {
    const { UserId } = await client.send(
      new GetUserIdCommand(
        uniquely('userName', 'lena.fischer@mini-org.example'),
      ),
    );
    const byEmail = await client.send(
      new GetUserIdCommand(
        uniquely('emails.value', 'engineer@mini-org.example'),
      ),
    );
    expect(byEmail.UserId).toBe(UserId);
    const { ExternalIds } = await describeUser(UserId);
    const ExternalId = ExternalIds![0];
    expect(
      await client.send(
        new GetUserIdCommand({
          IdentityStoreId,
          AlternateIdentifier: { ExternalId },
        }),
      ),
    ).toMatchObject({ UserId });
    for (const [AttributePath, AttributeValue] of [
      ['UserName', 'lena.fischer@mini-org.example'],
      ['ExternalId', ExternalId.Id!],
    ]) {
      const { Users } = await client.send(
        new ListUsersCommand({
          IdentityStoreId,
          Filters: [{ AttributePath, AttributeValue }],
        }),
      );
      expect(Users!.map(user => user.UserId)).toEqual([UserId]);
    }
  });

  it('makes, changes and removes a user', async () => {
    const login = 'nora.test@mini-org.example';
    const { UserId } = await create(login);
    await client.send(
      new UpdateUserCommand({
        IdentityStoreId,
        UserId,
        Operations: [
          { AttributePath: 'title', AttributeValue: 'Engineer' },
          { AttributePath: 'name.familyName', AttributeValue: 'Tester' },
          { AttributePath: 'emails' },
        ],
      }),
    );
    const user = await describeUser(UserId);
    expect(user).toMatchObject({
      Title: 'Engineer',
      Name: { GivenName: 'Nora', FamilyName: 'Tester' },
      CreatedBy: 'arn:aws:iam::111122223333:user/portico',
    });
    expect(user.Emails).toBeUndefined();
    expect(user.ExternalIds).toBeUndefined();
    expect(aws.service.inventory().users).toEqual([login]);
    await client.send(new DeleteUserCommand({ IdentityStoreId, UserId }));
    await expect(describeUser(UserId)).rejects.toThrow('USER not found.');
  });

  it('refuses a second user of the same name or address', async () => {
    const twice = create('Lena.Fischer@mini-org.example');
    await expect(twice).rejects.toThrow(ConflictException);
    await expect(twice).rejects.toMatchObject({
      name: 'ConflictException',
      message: 'Duplicate UserName',
      Reason: 'UNIQUENESS_CONSTRAINT_VIOLATION',
      RequestId: expect.any(String),
      $metadata: { httpStatusCode: 400, requestId: expect.any(String) },
    });
    await expect(
      create('other@mini-org.example', {
        Emails: [{ Value: 'engineer@mini-org.example' }],
      }),
    ).rejects.toMatchObject({ message: 'Duplicate Email' });
  });

  it('says what a request lacks, and what is not there', async () => {
    await expect(
      create('x@mini-org.example', { DisplayName: undefined, Name: undefined }),
    ).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        'displayname: The attribute displayname is required, givenname: The attribute givenname is required, familyname: The attribute familyname is required',
    });
    await expect(describeUser('nobody')).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(
        /^1 validation error detected: Value 'nobody' at 'userId' failed to satisfy constraint: Member must satisfy regular expression pattern:/,
      ),
    });
    const unknown = client.send(
      new GetUserIdCommand(uniquely('userName', 'nobody@mini-org.example')),
    );
    await expect(unknown).rejects.toThrow(ResourceNotFoundException);
    await expect(unknown).rejects.toMatchObject({ ResourceType: 'USER' });
    await expect(
      client.send(new GetUserIdCommand(uniquely('title', 'Engineer'))),
    ).rejects.toMatchObject({
      message: 'The attribute title is not a unique attribute',
    });
    await expect(
      client.send(
        new ListUsersCommand({ IdentityStoreId, NextToken: 'nonsense' }),
      ),
    ).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(
      client.send(new ListUsersCommand({ IdentityStoreId: 'd-0000000000' })),
    ).rejects.toMatchObject({ ResourceType: 'IDENTITY_STORE' });
    await expect(
      aws
        .identityStore({ region: 'eu-central-1' })
        .send(new ListUsersCommand({ IdentityStoreId })),
    ).rejects.toThrow('eu-central-1');
  });

  it('refuses wrong keys as services do that speak JSON', async () => {
    const send = (accessKeyId: string, secretAccessKey: string) =>
      aws
        .identityStore({ credentials: { accessKeyId, secretAccessKey } })
        .send(new ListUsersCommand({ IdentityStoreId }));
    await expect(send('AKIAOTHER', 'sandbox-secret')).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
      $metadata: { httpStatusCode: 400 },
    });
    await expect(send('AKIASANDBOX', 'wrong')).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
  });

  it('shows a person what there is, and says that it is simulated', async () => {
    const { text } = await request(aws.urls.aws)
      .get('/')
      .set('accept', 'text/html')
      .expect(200);
    expect(text).toContain('everything here is simulated on this machine');
    expect(text).toContain('lena.fischer@mini-org.example');
    expect(text).toContain('777788889999');
    await request(aws.urls.aws)
      .get('/')
      .set({ accept: 'text/html', host: 'attacker.example' })
      .expect(403);
  });
});
