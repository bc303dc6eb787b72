import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { startServices, type Sandbox } from '../../startServices';
import { createWorld } from '../../world';
import { AwsService } from './AwsService';

describe("AWS, asked by AWS's own client", () => {
  let dataDir: string;
  let sandbox: Sandbox;

  const start = async () => {
    sandbox = await startServices({
      dataDir,
      ports: 'free',
      createServices: ({ kit }) => [
        new AwsService({ kit, world: createWorld() }),
      ],
    });
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sandbox-aws-'));
    await start();
  });

  afterEach(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true });
  });

  const sts = (
    credentials: {
      accessKeyId: string;
      secretAccessKey: string;
      sessionToken?: string;
    } = { accessKeyId: 'AKIASANDBOX', secretAccessKey: 'sandbox-secret' },
    rest: object = {},
  ) =>
    new STSClient({
      endpoint: sandbox.urls.aws,
      region: 'eu-central-1',
      maxAttempts: 1,
      credentials,
      ...rest,
    });
  const whoami = (client: STSClient) =>
    client.send(new GetCallerIdentityCommand({}));
  const assume = (input = {}) =>
    sts().send(
      new AssumeRoleCommand({
        RoleArn: 'arn:aws:iam::111122223333:role/deployer',
        RoleSessionName: 'task-42',
        ...input,
      }),
    );

  it('says who asks', async () => {
    expect(await whoami(sts())).toMatchObject({
      Account: '111122223333',
      Arn: 'arn:aws:iam::111122223333:user/portico',
      UserId: expect.stringMatching(/^AIDA/),
    });
  });

  it('hands out temporary credentials that work, after a restart too', async () => {
    const { Credentials: keys, AssumedRoleUser: user } = await assume();
    expect(user?.Arn).toBe(
      'arn:aws:sts::111122223333:assumed-role/deployer/task-42',
    );
    const inAnHour = Date.now() + 3600_000;
    expect(Math.abs(keys!.Expiration!.getTime() - inAnHour)).toBeLessThan(5000);
    const credentials = {
      accessKeyId: keys!.AccessKeyId!,
      secretAccessKey: keys!.SecretAccessKey!,
      sessionToken: keys!.SessionToken!,
    };
    await sandbox.stop();
    await start();
    expect((await whoami(sts(credentials))).Arn).toBe(user?.Arn);
    await expect(
      whoami(sts({ ...credentials, sessionToken: undefined })),
    ).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  });

  it.each([
    ['AKIAOTHER', 'sandbox-secret', 'InvalidClientTokenId'],
    ['AKIASANDBOX', 'wrong', 'SignatureDoesNotMatch'],
  ])('refuses %s with %s', async (accessKeyId, secretAccessKey, name) => {
    await expect(
      whoami(sts({ accessKeyId, secretAccessKey })),
    ).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 403 } });
  });

  it('refuses a clock that is off', async () => {
    await expect(
      whoami(sts(undefined, { systemClockOffset: -3600_000 })),
    ).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
      message: expect.stringMatching('Signature expired'),
    });
  });

  it.each([
    [{ RoleArn: 'deployer' }, 'ValidationError'],
    [{ RoleSessionName: 'a b' }, 'ValidationError'],
    [{ DurationSeconds: 60 }, 'ValidationError'],
    [{ RoleArn: 'arn:aws:iam::999999999999:role/deployer' }, 'AccessDenied'],
  ])('does not let the caller assume %j', async (input, name) => {
    await expect(assume(input)).rejects.toMatchObject({ name });
  });

  it('notices a body that was changed on its way', async () => {
    const client = sts();
    client.middlewareStack.add(
      next => args => {
        const { request: sent } = args as { request: { body: string } };
        sent.body = sent.body.replace('deployer', 'approver');
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    await expect(
      client.send(
        new AssumeRoleCommand({
          RoleArn: 'arn:aws:iam::111122223333:role/deployer',
          RoleSessionName: 'task',
        }),
      ),
    ).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
  });

  it('refuses what is not signed, not known, or not there', async () => {
    const { text } = await request(sandbox.urls.aws).get('/').expect(403);
    expect(text).toContain('<Code>MissingAuthenticationToken</Code>');
    const half = await request(sandbox.urls.aws)
      .get('/')
      .set('authorization', 'AWS4-HMAC-SHA256 Credential=AKIASANDBOX');
    expect(half.text).toContain('<Code>IncompleteSignature</Code>');
    // Signed for a service that the sandbox lacks.
    await expect(
      whoami(sts(undefined, { signingName: 'sqs' })),
    ).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining("no service 'sqs'"),
    });
  });
});
