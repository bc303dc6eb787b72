import {
  CostExplorerClient,
  GetCostAndUsageCommand,
} from '@aws-sdk/client-cost-explorer';
import { moneyToDecimal, parseMoney } from '@portico/plugin-cost-common';
import { dayAfter, monthEnd, type CostRow } from '@portico/plugin-cost-node';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect } from './__testUtils__/collect';
import { openSource } from './files/openSource';
import { FocusProvider } from './FocusProvider';

jest.setTimeout(240_000);

const credentials = {
  accessKeyId: 'AKIASANDBOX',
  secretAccessKey: 'sandbox-secret',
};
/** The month before this one, which has restated days only on its first. */
const lastMonth = () => {
  const now = new Date();
  const from = new Date(
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1),
  )
    .toISOString()
    .slice(0, 10);
  return { from, to: monthEnd(from) };
};

describe('FocusProvider, with the bucket of the sandbox', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'focus-s3-'));
    sandbox = await createSandbox({
      dataDir,
      ports: 'free',
      only: ['aws', 'control'],
    });
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true });
  });

  const provider = (
    prefix: string,
    { bucket = 'mini-org-billing', keys = credentials } = {},
  ) => {
    const from = {
      kind: 's3' as const,
      bucket,
      prefix,
      access: {
        region: 'us-east-1',
        endpoint: sandbox.urls.aws,
        credentials: keys,
      },
    };
    return new FocusProvider(
      {
        name: 'aws',
        title: 'AWS',
        from,
        counts: 'bill',
        restatedDays: 3,
        tags: {},
      },
      openSource(from),
    );
  };
  const sums = (rows: CostRow[], of: 'billedCost' | 'effectiveCost') => {
    const found = new Map<string, bigint>();
    for (const row of rows) {
      found.set(row.serviceName, (found.get(row.serviceName) ?? 0n) + row[of]);
    }
    return Object.fromEntries(
      [...found].map(([name, sum]) => [name, moneyToDecimal(sum)]).sort(),
    );
  };

  it('has by service what Cost Explorer has, to the billionth, from Parquet and from CSV', async () => {
    const slice = lastMonth();
    const client = new CostExplorerClient({
      endpoint: sandbox.urls.aws,
      region: 'us-east-1',
      credentials,
    });
    const { ResultsByTime } = await client.send(
      new GetCostAndUsageCommand({
        TimePeriod: { Start: slice.from, End: dayAfter(slice.to) },
        Granularity: 'MONTHLY',
        Metrics: ['UnblendedCost', 'AmortizedCost'],
        GroupBy: [{ Type: 'DIMENSION', Key: 'SERVICE' }],
      }),
    );
    client.destroy();
    const explored = (metric: string) =>
      Object.fromEntries(
        ResultsByTime![0]
          .Groups!.map(({ Keys, Metrics }) => [
            Keys![0],
            moneyToDecimal(parseMoney(Metrics![metric].Amount!)),
          ])
          .sort(),
      );
    // Of the fourteen months in Parquet this one alone, so that the others need not be written.
    const parquet = `focus/mini-org-focus/data/BILLING_PERIOD=${slice.from.slice(
      0,
      7,
    )}`;
    for (const prefix of [parquet, 'focus-csv/']) {
      const { rows, problems } = await collect(provider(prefix), slice);
      expect(problems).toEqual([]);
      expect(sums(rows, 'billedCost')).toEqual(explored('UnblendedCost'));
      expect(sums(rows, 'effectiveCost')).toEqual(explored('AmortizedCost'));
    }
  });

  it('need not be read again until the month is restated', async () => {
    const { signal } = new AbortController();
    const version = () =>
      provider('focus-csv/').versionOf(lastMonth(), { signal });
    expect(await version()).toBe(await version());
  });

  const disturb = (fault?: object) =>
    fetch(`${sandbox.urls.control}/faults`, {
      method: fault ? 'POST' : 'DELETE',
      headers: { 'content-type': 'application/json' },
      body: fault && JSON.stringify({ service: 'aws', ...fault }),
    });

  it('asks again where it is throttled, and takes nothing where that does not help', async () => {
    const { from } = lastMonth();
    const slice = { from, to: from };
    const { rows } = await collect(provider('focus-csv/'), slice);
    await disturb({ kind: 'status', value: 429, times: 2 });
    const again = await collect(provider('focus-csv/'), slice);
    expect(again.rows).toHaveLength(rows.length);
    // A file that breaks off in the middle of being read.
    await disturb({ kind: 'reset', path: 'csv\\.gz' });
    await expect(collect(provider('focus-csv/'), slice)).rejects.toThrow(
      /^S3 would not read s3:/,
    );
    await disturb();
  });

  it('says what was asked of S3, and what to check', async () => {
    await expect(
      collect(provider('focus/', { bucket: 'other' }), lastMonth()),
    ).rejects.toThrow(
      'S3 would not list s3://other/focus/: NoSuchBucket (404), The specified bucket does not exist. Check cost.focus',
    );
    const stranger = { accessKeyId: 'AKIAX', secretAccessKey: 'hush' };
    const error = await collect(
      provider('focus/', { keys: stranger }),
      lastMonth(),
    ).catch(it => it);
    expect(error.message).toMatch(/InvalidAccessKeyId \(403\)/);
    expect(error.message).not.toContain('hush');
  });
});
