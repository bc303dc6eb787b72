import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { parquetReadObjects } from 'hyparquet';
import { gunzipSync } from 'node:zlib';
import { Bill } from '../../../billing';
import { createWorld } from '../../../world';
import { TestAws } from '../__testUtils__';
import { BILLING_BUCKET as Bucket } from './exports/BillExport';
import { daysOf, monthsUntil } from './exports/months';

jest.setTimeout(120_000);

const today = new Date().toISOString().slice(0, 10);
/** The newest month that has something on the bill, and the one before. */
const [{ month: before }, { month }] = monthsUntil(today, 3).slice(-2);
const partOf = (of: string) => `data/BILLING_PERIOD=${of}/`;
const PARQUET = `focus/mini-org-focus/${partOf(
  before,
)}mini-org-focus-00001.snappy.parquet`;
const CSV = `focus-csv/mini-org-focus-csv/${partOf(
  before,
)}mini-org-focus-csv-00001.csv.gz`;

const charges = daysOf(before)
  .flatMap(day => new Bill(createWorld()).day(day, today))
  .filter(({ providerName }) => providerName !== 'Microsoft');

describe("S3, asked by AWS's own client", () => {
  let aws: TestAws;
  beforeAll(async () => {
    aws = await TestAws.start();
  });
  afterAll(() => aws.stop());

  const list = (input: object) =>
    aws.s3().send(new ListObjectsV2Command({ Bucket, ...input }));
  const get = (Key: string, rest: object = {}) =>
    aws.s3().send(new GetObjectCommand({ Bucket, Key, ...rest }));

  it('lists exports by month as Data Exports lays them out, each with a manifest', async () => {
    const Prefix = `focus/mini-org-focus/`;
    const { CommonPrefixes } = await list({
      Prefix: `${Prefix}data/`,
      Delimiter: '/',
    });
    expect(CommonPrefixes!.map(it => it.Prefix)).toContain(
      `${Prefix}${partOf(month)}`,
    );
    const { Contents } = await list({ Prefix: `${Prefix}${partOf(before)}` });
    expect(Contents).toEqual([
      expect.objectContaining({ Key: PARQUET, LastModified: expect.any(Date) }),
    ]);
    const manifest = await get(
      `${Prefix}metadata/BILLING_PERIOD=${before}/mini-org-focus-Manifest.json`,
    );
    expect(JSON.parse(await manifest.Body!.transformToString())).toMatchObject({
      executionId: expect.stringMatching(/^[0-9a-f]{8}-/),
      dataFiles: [`s3://${Bucket}/${PARQUET}`],
    });
  });

  it('lists page by page', async () => {
    const keys: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await list({
        Prefix: 'focus-csv/',
        MaxKeys: 2,
        ContinuationToken,
      });
      keys.push(...page.Contents!.map(it => it.Key!));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    const { Contents, KeyCount } = await list({ Prefix: 'focus-csv/' });
    expect(keys).toEqual(Contents!.map(it => it.Key));
    expect(KeyCount).toBe(keys.length);
    const after = await list({ Prefix: 'focus-csv/', StartAfter: keys[0] });
    expect(after.Contents![0].Key).toBe(keys[1]);
  });

  it('has the bill in Parquet, with tags as a map', async () => {
    const { Body, ETag, ContentLength } = await get(PARQUET);
    const bytes = await Body!.transformToByteArray();
    expect(ContentLength).toBe(bytes.length);
    const rows = await parquetReadObjects({ file: bytes.slice().buffer });
    expect(rows).toHaveLength(charges.length);
    const sum = (of: string) =>
      rows.reduce((all, row) => all + Math.round(row[of] * 1e6), 0);
    expect(sum('BilledCost')).toBe(
      charges.reduce((all, it) => all + it.billedCost, 0),
    );
    expect(sum('EffectiveCost')).toBe(
      charges.reduce((all, it) => all + it.effectiveCost, 0),
    );
    expect(rows.find(row => row.Tags.service === 'orders')).toMatchObject({
      BillingCurrency: 'USD',
      ProviderName: 'AWS',
      Tags: { team: 'commerce', 'managed-by': 'terraform' },
    });
    const { ETag: again } = await get(PARQUET);
    expect(again).toBe(ETag);
  });

  it('has the same in CSV, packed', async () => {
    const { Body } = await get(CSV);
    const text = gunzipSync(await Body!.transformToByteArray()).toString();
    const [head, ...lines] = text.trimEnd().split('\n');
    expect(head).toMatch(/^AvailabilityZone,BilledCost,BillingAccountId/);
    expect(lines).toHaveLength(charges.length);
  });

  it('gives parts, and heads', async () => {
    const { ContentLength: size } = await aws
      .s3()
      .send(new HeadObjectCommand({ Bucket, Key: PARQUET }));
    const tail = await get(PARQUET, { Range: 'bytes=-4' });
    expect(await tail.Body!.transformToString()).toBe('PAR1');
    expect(tail.ContentRange).toBe(`bytes ${size! - 4}-${size! - 1}/${size}`);
    const start = await get(PARQUET, { Range: 'bytes=0-3' });
    expect(await start.Body!.transformToString()).toBe('PAR1');
  });

  it('restates the month under way, and lets the closed ones be', async () => {
    const [closed] = monthsUntil('2026-11-21', 2);
    expect(monthsUntil('2026-11-21', 2)).toEqual([
      { month: '2026-10', version: '2026-11-03' },
      { month: '2026-11', version: '2026-11-21' },
    ]);
    expect(monthsUntil('2026-12-24', 3)[0]).toEqual(closed);
    // On the first of a month, nothing of it is over.
    expect(monthsUntil('2026-11-01', 2)).toEqual([
      { month: '2026-10', version: '2026-11-01' },
    ]);
  });

  it('refuses as S3 does', async () => {
    await expect(get('nothing')).rejects.toMatchObject({
      name: 'NoSuchKey',
      $metadata: { httpStatusCode: 404 },
    });
    await expect(
      get(PARQUET, { Range: 'bytes=99999999-' }),
    ).rejects.toMatchObject({ name: 'InvalidRange' });
    await expect(get(PARQUET, { IfMatch: '"x"' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await expect(list({ Bucket: 'other' })).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
    await expect(
      aws.s3().send(new HeadObjectCommand({ Bucket, Key: 'nothing' })),
    ).rejects.toMatchObject({ name: 'NotFound' });
    await expect(
      aws.s3().send(new PutObjectCommand({ Bucket, Key: 'x', Body: 'x' })),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
    const stranger = aws.s3({
      credentials: { accessKeyId: 'AKIAOTHER', secretAccessKey: 'x' },
    });
    await expect(
      stranger.send(new ListObjectsV2Command({ Bucket })),
    ).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
  });
});
