import { moneyToDecimal } from '@portico/plugin-cost-common';
import type { CostBatch, CostRow } from '@portico/plugin-cost-node';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { gzipSync } from 'node:zlib';
import { readFocusFile, type FocusFile } from './readFocusFile';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

function file(name: string, content: string | Uint8Array): FocusFile {
  const bytes = Buffer.from(content);
  return {
    name,
    // In two pieces, as it comes over a wire.
    async *read() {
      yield bytes.subarray(0, bytes.length >> 1);
      yield bytes.subarray(bytes.length >> 1);
    },
  };
}

async function read(one: FocusFile, slice = NOVEMBER): Promise<CostBatch> {
  const all: CostBatch = { rows: [], problems: [] };
  const { signal } = new AbortController();
  for await (const batch of readFocusFile(one, slice, signal)) {
    all.rows.push(...batch.rows);
    all.problems.push(...batch.problems);
  }
  return all;
}

/** The form of the sample rows that the FinOps Foundation publishes: https://github.com/FinOps-Open-Cost-and-Usage-Spec/FOCUS-Sample-Data */
const HEAD =
  'AvailabilityZone,BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeClass,ChargeDescription,ChargeFrequency,ChargePeriodEnd,ChargePeriodStart,ConsumedQuantity,ConsumedUnit,ContractedCost,EffectiveCost,ListCost,ProviderName,PublisherName,RegionId,ResourceId,ResourceName,ResourceType,ServiceCategory,ServiceName,SubAccountId,SubAccountName,Tags';
const AWS =
  ',0.0000050000,1234567890123,SunBird,USD,2026-12-01 00:00:00,2026-11-01 00:00:00,Usage,,"$0.005 per 1,000 PUT requests",Usage-Based,2026-11-02 00:00:00,2026-11-01 23:00:00,1,Requests,0.0000050000,0.0000050000,0.0000050000,AWS,Amazon Web Services,us-east-1,arn:aws:s3:::invoices,,Bucket,Storage,Amazon Simple Storage Service,123,production,"{""service"": ""orders"", ""env"": ""prod""}"';
const AZURE =
  ',12.5,0001,Contoso,EUR,2026-12-01T00:00:00Z,2026-11-01T00:00:00Z,Purchase,,Reserved VM,One-Time,2026-12-01T00:00:00Z,2026-11-01T00:00:00Z,,,12.5,0,13.1,Microsoft,Microsoft,westeurope,,,,Compute,Virtual Machines,sub-1,Dev,"""service"": ""cart"",""team"": ""commerce"""';
const CREDIT =
  ',-3.33,0001,Contoso,EUR,2026-12-01T00:00:00Z,2026-11-01T00:00:00Z,Credit,Correction,Goodwill,One-Time,2026-11-05T00:00:00Z,2026-11-04T00:00:00Z,NULL,NULL,,-3.33,,Microsoft,Microsoft,,,,,Other,Credits,,,';

const shown = (rows: CostRow[]) =>
  rows.map(({ day, providerName, billedCost, effectiveCost, tags }) => ({
    day,
    providerName,
    billed: moneyToDecimal(billedCost),
    effective: moneyToDecimal(effectiveCost),
    tags,
  }));

const EXPECTED = [
  {
    day: '2026-11-01',
    providerName: 'AWS',
    billed: '0.000005',
    effective: '0.000005',
    tags: { service: 'orders', env: 'prod' },
  },
  {
    day: '2026-11-01',
    providerName: 'Microsoft',
    billed: '12.5',
    effective: '0',
    tags: { service: 'cart', team: 'commerce' },
  },
  {
    day: '2026-11-04',
    providerName: 'Microsoft',
    billed: '-3.33',
    effective: '-3.33',
    tags: {},
  },
];

describe('readFocusFile', () => {
  const csv = [HEAD, AWS, AZURE, CREDIT, ''].join('\n');

  it('reads a CSV as AWS and Azure write it', async () => {
    const { rows, problems } = await read(file('bill.csv', csv));
    expect(problems).toEqual([]);
    expect(shown(rows)).toEqual(EXPECTED);
    expect(rows[0]).toMatchObject({
      billingAccountId: '1234567890123',
      subAccountName: 'production',
      resourceId: 'arn:aws:s3:::invoices',
      serviceCategory: 'Storage',
      chargeDescription: '$0.005 per 1,000 PUT requests',
      consumedQuantity: '1',
      billingCurrency: 'USD',
    });
    expect(rows[2]).toMatchObject({ correction: true, listCost: undefined });
  });

  it('reads the same packed, with a byte order mark and other line ends', async () => {
    const windows = `\uFEFF${csv.replaceAll('\n', '\r\n')}`;
    const packed = file('s3://bills/bill.csv.gz', gzipSync(windows));
    expect(shown((await read(packed)).rows)).toEqual(EXPECTED);
  });

  it('reads the same from Parquet', async () => {
    const lines = [
      ['AWS', 0.000005, 0.000005, { service: 'orders', env: 'prod' }],
      ['Microsoft', 12.5, 0, { service: 'cart', team: 'commerce' }],
      ['Microsoft', -3.33, -3.33, null],
    ] as const;
    const column = (name: string, data: unknown[], type = 'STRING') => ({
      name,
      data,
      type,
    });
    const starts = ['2026-11-01T23:00Z', '2026-11-01T00:00Z', '2026-11-04'];
    const bytes = parquetWriteBuffer({
      columnData: [
        column(
          'BilledCost',
          lines.map(it => it[1]),
          'DOUBLE',
        ),
        column(
          'EffectiveCost',
          lines.map(it => it[2]),
          'DOUBLE',
        ),
        column('BillingAccountId', ['1', '1', '1']),
        column('BillingCurrency', ['USD', 'EUR', 'EUR']),
        column('ChargeCategory', ['Usage', 'Purchase', 'Credit']),
        column(
          'ChargePeriodStart',
          starts.map(it => new Date(it)),
          'TIMESTAMP',
        ),
        column(
          'ProviderName',
          lines.map(it => it[0]),
        ),
        column('ServiceCategory', ['Storage', 'Compute', 'Other']),
        column('ServiceName', ['S3', 'VM', 'Credits']),
        column(
          'Tags',
          lines.map(it => it[3]),
          'JSON',
        ),
      ] as never,
      rowGroupSize: 2,
    });
    const { rows, problems } = await read(
      file('part-0.snappy.parquet', new Uint8Array(bytes)),
    );
    expect(problems).toEqual([]);
    expect(shown(rows)).toEqual(EXPECTED);
  });

  it('takes only the days of the slice', async () => {
    const { rows } = await read(file('bill.csv', csv), {
      from: '2026-11-02',
      to: '2026-11-04',
    });
    expect(rows.map(row => row.day)).toEqual(['2026-11-04']);
  });

  it.each([
    [',12.5,', ',twelve,', "BilledCost is 'twelve'; it should be a number"],
    ['EUR', 'Euro', "BillingCurrency is 'Euro'; it should be a code of ISO"],
    ['Purchase', 'Bought', "ChargeCategory is 'Bought'; FOCUS knows Usage"],
    [
      'Z,2026-11-01T00:00:00Z,,',
      'Z,soon,,',
      "ChargePeriodStart is 'soon'; it should be a time",
    ],
    ['""service"": ""cart""', 'service', "Tags is 'service"],
    [',Microsoft,Microsoft,', ',,Microsoft,', 'ProviderName is empty.'],
    [',Reserved VM,', ',Reserved,VM,', 'Invalid Record Length'],
  ])(
    'tells of %j as %j with file and line, and takes the rest',
    async (good, wrong, message) => {
      const spoilt = AZURE.replace(good, wrong);
      const { rows, problems } = await read(
        file('bill.csv', [HEAD, AWS, spoilt, CREDIT].join('\n')),
      );
      expect(rows).toHaveLength(2);
      expect(problems).toEqual([
        {
          where: 'bill.csv',
          line: 3,
          message: expect.stringContaining(message),
        },
      ]);
    },
  );

  it('refuses what is no FOCUS file, and names the columns that are missing', async () => {
    await expect(
      read(file('cur.csv', 'lineItem/UsageStartDate,BilledCost\n2026,1\n')),
    ).rejects.toThrow(
      'cur.csv is no FOCUS file: it has no column EffectiveCost, BillingAccountId',
    );
    await expect(read(file('bill.xlsx', ''))).rejects.toThrow(
      'FOCUS exports are .csv, .csv.gz or .parquet',
    );
  });

  it('fails where the source fails half-way, so that half a file never counts', async () => {
    const broken: FocusFile = {
      name: 'bill.csv',
      async *read() {
        yield Buffer.from(`${HEAD}\n${AWS}\n`);
        throw new Error('connection reset');
      },
    };
    await expect(read(broken)).rejects.toThrow('connection reset');
  });
});
