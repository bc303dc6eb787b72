import { moneyToDecimal } from '@portico/plugin-cost-common';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { collect } from './__testUtils__/collect';
import * as samples from './__testUtils__/samples';
import type { FocusSettings } from './config/FocusSettings';
import { openSource } from './files/openSource';
import { FocusProvider } from './FocusProvider';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const { signal } = new AbortController();

describe('FocusProvider, with files of a folder', () => {
  let path: string;
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'focus-'));
  });
  afterEach(() => rm(path, { recursive: true }));

  const put = async (name: string, content: string | Buffer, hour = 0) => {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
    const time = new Date(Date.UTC(2026, 10, 20, hour));
    await utimes(join(path, name), time, time);
  };
  const provider = (more: Partial<FocusSettings> = {}) => {
    const settings: FocusSettings = {
      name: 'clouds',
      title: 'Clouds',
      from: { kind: 'disk', path },
      counts: 'bill',
      restatedDays: 35,
      tags: {},
      ...more,
    };
    return new FocusProvider(settings, openSource(settings.from));
  };
  const billed = async (slice = NOVEMBER) =>
    (await collect(provider(), slice)).rows.map(
      ({ day, providerName, billedCost }) =>
        `${day} ${providerName} ${moneyToDecimal(billedCost)}`,
    );

  it('reads what AWS, Azure, Google and Oracle export', async () => {
    await put(
      'aws/data/BILLING_PERIOD=2026-11/aws-00001.csv.gz',
      gzipSync(samples.AWS),
    );
    await put('azure/20261101-20261130/run/part_0.csv', samples.AZURE);
    await put('google/2026-11/000000000000.csv', samples.GOOGLE);
    await put(
      'FOCUS Reports/2026/11/03/0001-00001.csv.gz',
      gzipSync(samples.ORACLE),
    );
    const { rows, problems } = await collect(
      provider({
        tags: {
          service: 'ops.service',
          team: 'user:team',
          compartment: 'column:oci_CompartmentName',
        },
      }),
      NOVEMBER,
    );
    expect(problems).toEqual([]);
    expect(
      rows
        .map(row => ({
          day: row.day,
          by: row.providerName,
          billed: moneyToDecimal(row.billedCost),
          effective: moneyToDecimal(row.effectiveCost),
          service: `${row.serviceCategory}: ${row.serviceName}`,
          tags: row.tags,
        }))
        .sort((a, b) => (a.by < b.by ? -1 : 1)),
    ).toMatchSnapshot();
  });

  it('counts a charge in the month that it is billed in, so that a month adds up to its invoice', async () => {
    await put('aws/BILLING_PERIOD=2026-11/aws-00001.csv', samples.AWS);
    expect(await billed()).toContain('2026-11-01 AWS -25');
    expect(await billed({ from: '2026-10-01', to: '2026-10-31' })).toEqual([]);
  });

  it('takes a restated month for what it was, under another version', async () => {
    await put('aws/BILLING_PERIOD=2026-11/1/aws.csv', samples.AWS, 1);
    const before = await provider().versionOf(NOVEMBER, { signal });
    expect(await provider().versionOf(NOVEMBER, { signal })).toBe(before);
    await put(
      'aws/BILLING_PERIOD=2026-11/2/aws.csv',
      samples.AWS.replaceAll('0.0832000000', '0.0900000000'),
      2,
    );
    expect(await provider().versionOf(NOVEMBER, { signal })).not.toBe(before);
    expect(await billed()).toEqual([
      '2026-11-02 AWS 0.09',
      '2026-11-03 AWS 0.00000012',
      '2026-11-01 AWS -25',
    ]);
  });

  it('counts a bill once that two exports tell, and says which', async () => {
    await put('old/2026-11.csv', samples.AWS, 1);
    await put('new/2026-11.csv', `${samples.AWS}\n`, 2);
    await put('azure/2026-11.csv', samples.AZURE, 3);
    const { rows, problems } = await collect(provider(), NOVEMBER);
    expect(rows).toHaveLength(5);
    expect(problems).toEqual([
      {
        where: join(path, 'old/2026-11.csv'),
        message:
          'The bill of 2026-11 of AWS 111122223333 is also in new, which counts; this one was left out. Let cost.focus point at one of them.',
      },
    ]);
  });

  it('counts a file once that was copied, and one that is there in two forms', async () => {
    await put('2026-11.csv', samples.AZURE, 2);
    await put('2026-11 (copy).csv', samples.AZURE, 1);
    await put('2026-11.csv.gz', gzipSync(samples.AZURE), 1);
    const { rows, problems } = await collect(provider(), NOVEMBER);
    expect(rows).toHaveLength(2);
    expect(problems.map(it => it.message)).toEqual([
      expect.stringContaining('2026-11.csv and was left out'),
      expect.stringContaining('2026-11.csv and was left out'),
    ]);
  });

  it('tells a malformed row with file and line, and takes the rest', async () => {
    await put('2026-11.csv', samples.AZURE.replace('\n0,', '\nnothing,'));
    const { rows, problems } = await collect(provider(), NOVEMBER);
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([
      {
        where: join(path, '2026-11.csv'),
        line: 3,
        message:
          "BilledCost is 'nothing'; it should be a number such as 12.34.",
      },
    ]);
  });

  it('says what a slice costs, and what to do about a folder that there is not', async () => {
    expect(
      provider().priceOf({ from: '2026-10-30', to: '2026-11-02' }),
    ).toEqual({ requests: 3 });
    const lost = provider({ from: { kind: 'disk', path: '/no/such/bills' } });
    await expect(collect(lost, NOVEMBER)).rejects.toThrow(
      /\/no\/such\/bills can't be read: ENOENT.*Check cost.focus/,
    );
  });
});
