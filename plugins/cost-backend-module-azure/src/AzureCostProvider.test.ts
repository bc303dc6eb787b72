import { ConfigReader } from '@backstage/config';
import {
  dayAfter,
  type CostRow,
  type DaySlice,
  type RowProblem,
} from '@portico/plugin-cost-node';
import {
  AzureBill,
  createSandbox,
  createWorld,
  type AzureCharge,
  type Sandbox,
} from '@portico/sandbox';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AzureCostProvider } from './AzureCostProvider';
import { readAzureSettings } from './config/readAzureSettings';

jest.setTimeout(240_000);

const TODAY = new Date().toISOString().slice(0, 10);
const bill = new AzureBill(createWorld());
const SUBSCRIPTION = `/subscriptions/${bill.subscription.id}`;
const MANAGEMENT_GROUP =
  '/providers/Microsoft.Management/managementGroups/mini-org';

/** The last first of a quarter, and the thirty days after it: with a reservation and a refund. */
const month = Number(TODAY.slice(5, 7));
const MONTH: DaySlice = {
  from: new Date(
    Date.UTC(Number(TODAY.slice(0, 4)), 3 * Math.floor((month - 2) / 3), 1),
  )
    .toISOString()
    .slice(0, 10),
  to: '',
};
MONTH.to = dayAfter(MONTH.from, 29);

let dataDir: string;
let sandbox: Sandbox;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'portico-cost-azure-'));
  sandbox = await createSandbox({
    dataDir,
    ports: 'free',
    only: ['control', 'azure'],
  });
});
afterAll(async () => {
  await sandbox.stop();
  await rm(dataDir, { recursive: true, force: true });
});
afterEach(async () => {
  // Also forgets what was taken of the quota.
  await sandbox.reset();
});

function providerOf(more: object = {}, patience = {}): AzureCostProvider {
  const entry = {
    name: 'mini-org',
    scope: SUBSCRIPTION,
    endpoint: sandbox.urls.azure,
    token: 'azure-sandbox-token',
    ...more,
  };
  const [settings] = readAzureSettings(
    new ConfigReader({ cost: { azure: [entry] } }),
  );
  return new AzureCostProvider(settings, patience);
}

async function pull(provider: AzureCostProvider, slice: DaySlice) {
  const rows: CostRow[] = [];
  const problems: RowProblem[] = [];
  let requests = 0;
  const { signal } = new AbortController();
  for await (const batch of provider.pull(slice, { signal })) {
    rows.push(...batch.rows);
    problems.push(...batch.problems);
    requests += batch.spent?.requests ?? 0;
  }
  return { rows, problems, requests };
}

const fault = (body: object) =>
  fetch(`${sandbox.urls.control}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ service: 'azure', kind: 'status', ...body }),
  });

function chargesOf({ from, to }: DaySlice): AzureCharge[] {
  const charges: AzureCharge[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) {
    charges.push(...bill.day(day, TODAY));
  }
  return charges;
}

/** Billed and effective nanos by key, without those that are nothing. */
function totals<T extends CostRow | AzureCharge>(
  all: T[],
  keyOf: (one: T) => string,
  factor: bigint,
) {
  const found = new Map<string, [bigint, bigint]>();
  for (const one of all) {
    const [billed, effective] = found.get(keyOf(one)) ?? [0n, 0n];
    found.set(keyOf(one), [
      billed + BigInt(one.billedCost) * factor,
      effective + BigInt(one.effectiveCost) * factor,
    ]);
  }
  return [...found]
    .filter(([, sums]) => sums.some(sum => sum !== 0n))
    .map(([key, sums]) => `${key}: ${sums.join(' ')}`)
    .sort();
}

describe('the month, by the query API', () => {
  it('is the bill by day, resource and kind of charge, in euros, to the billionth', async () => {
    const { rows, problems, requests } = await pull(providerOf(), MONTH);
    expect(problems).toEqual([]);
    // Several pages of each of the two answers.
    expect(requests).toBeGreaterThan(4);
    const key = (one: CostRow | AzureCharge) =>
      [
        one.day,
        one.chargeCategory,
        one.serviceCategory,
        one.serviceName,
        one.resourceId?.toLowerCase(),
        JSON.stringify(one.tags),
      ].join(' ');
    expect(totals(rows, key, 1n)).toEqual(totals(chargesOf(MONTH), key, 1000n));
    expect(new Set(rows.map(it => it.billingCurrency))).toEqual(
      new Set(['EUR']),
    );
  });

  it('keeps reservations and refunds apart, and names the subscription', async () => {
    const { rows } = await pull(providerOf(), MONTH);
    const [purchase] = rows.filter(it => it.chargeCategory === 'Purchase');
    expect(purchase).toMatchObject({
      day: MONTH.from,
      providerName: 'Microsoft',
      serviceName: 'Azure Database for PostgreSQL',
      chargeDescription: 'Purchase',
      effectiveCost: 0n,
    });
    expect(purchase.billedCost).toBeGreaterThan(0n);
    const [refund] = rows.filter(it => it.chargeCategory === 'Credit');
    expect(refund).toMatchObject({
      chargeDescription: 'Refund',
      billedCost: -42_500_000_000n,
    });
    expect(rows.find(it => it.resourceName === 'psql-reporting')).toMatchObject(
      {
        billedCost: 0n,
        subAccountId: bill.subscription.id,
        subAccountName: 'mini-org-azure',
        regionId: 'westeurope',
        resourceType: 'microsoft.dbforpostgresql/flexibleservers',
        tags: expect.objectContaining({ service: 'reporting' }),
      },
    );
  });

  it('comes by one tag above subscriptions', async () => {
    const { rows } = await pull(
      providerOf({ scope: MANAGEMENT_GROUP, billingAccountId: 'mca' }),
      MONTH,
    );
    const usage = (one: CostRow | AzureCharge) =>
      one.chargeCategory === 'Usage' ? one.tags.service ?? '' : '-';
    const key = (one: CostRow | AzureCharge) =>
      `${one.day} ${one.serviceName} ${usage(one)}`;
    expect(totals(rows, key, 1n)).toEqual(totals(chargesOf(MONTH), key, 1000n));
    expect(rows[0].billingAccountId).toBe('mca');
  });
});

it('asks in parts of 31 days, and foretells how often', async () => {
  const long = { from: MONTH.from, to: dayAfter(MONTH.from, 35) };
  const provider = providerOf();
  expect(provider.priceOf(long)).toEqual({ requests: 4 });
  const { rows } = await pull(provider, long);
  const key = ({ day }: CostRow | AzureCharge) => day;
  expect(totals(rows, key, 1n)).toEqual(totals(chargesOf(long), key, 1000n));
});

it('gives up where it is throttled on and on, and says that it will be asked again', async () => {
  await fault({ value: 429 });
  const provider = providerOf({}, { retries: 1 });
  await expect(pull(provider, MONTH)).rejects.toThrow(
    /^Azure Cost Management mini-org answered 429 to POST \/subscriptions\/.*: Too many requests\. Please retry\. It is asked too often; it will be asked again\.$/,
  );
});

it('waits as long as Azure asks, and goes on', async () => {
  await fault({ value: 429, times: 1 });
  const slice = { from: MONTH.from, to: MONTH.from };
  const { rows, requests } = await pull(providerOf(), slice);
  expect(rows.length).toBeGreaterThan(0);
  expect(requests).toBe(3);
});

it.each([
  [
    401,
    /answered 401 .* The access token is invalid\. Check the credential under cost\.azure/,
  ],
  [
    403,
    /answered 403 .* needs the role Cost Management Reader on \/subscriptions\//,
  ],
])('fails with what to do about %i', async (value, message) => {
  await fault({ value });
  await expect(pull(providerOf(), MONTH)).rejects.toThrow(message);
});

it('never shows its token', async () => {
  const provider = providerOf({ token: 'a-wrong-azure-token' });
  const error: Error = await pull(provider, MONTH).then(
    () => Promise.reject(new Error('It was let in.')),
    it => it,
  );
  expect(error.message).toMatch('answered 401');
  expect(error.message).not.toContain('a-wrong-azure-token');
});

describe('what comes back from elsewhere', () => {
  let server: Server;
  let answer: string;
  beforeAll(async () => {
    server = createServer((_request, response) => response.end(answer));
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
  });
  afterAll(() => server.close());
  const pullFrom = () =>
    pull(
      providerOf({
        endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      }),
      { from: '2026-11-01', to: '2026-11-01' },
    );
  const table = (rows: string, nextLink = 'null') =>
    `{"properties":{"nextLink":${nextLink},"columns":[{"name":"Cost"},{"name":"UsageDate"},{"name":"ServiceName"},{"name":"ChargeType"},{"name":"Currency"}],"rows":[${rows}]}}`;

  it('keeps each decimal, and takes the rest where a row is malformed', async () => {
    answer = table(
      '[0.123456789,20261101,"Storage","Usage","EUR"],[1.5e-7,20261101,"Bandwidth","usage","EUR"],[1,"soon","Storage","Usage","EUR"],[0,20261101,"Functions","Usage","EUR"]',
    );
    const { rows, problems } = await pullFrom();
    expect(rows.map(it => [it.serviceName, it.billedCost])).toEqual([
      ['Storage', 123_456_789n],
      ['Bandwidth', 150n],
    ]);
    expect(problems).toEqual([
      {
        where: 'Azure Cost Management, 2026-11-01 to 2026-11-01',
        message: "UsageDate is 'soon'; it should be e.g. 20261101. (Storage)",
      },
    ]);
  });

  it.each([
    [
      table('', '"https://elsewhere.example/next"'),
      /which is not http:\/\/127/,
    ],
    ['<html>Sign in</html>', /no table of costs: <html>Sign in/],
    [
      '{"properties":{"columns":[{"name":"Total"}],"rows":[]}}',
      /Cost or UsageDate is missing/,
    ],
  ])('refuses %s', async (text, message) => {
    answer = text;
    await expect(pullFrom()).rejects.toThrow(message);
  });
});
