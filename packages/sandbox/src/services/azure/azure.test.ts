import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AzureBill } from '../../billing';
import { createSandbox, type Sandbox } from '../../createSandbox';
import { createWorld } from '../../world';

jest.setTimeout(240_000);

const bill = new AzureBill(createWorld());
const SCOPE = `/subscriptions/${bill.subscription.id}`;
const QUERY = '/providers/Microsoft.CostManagement/query';
const today = new Date().toISOString().slice(0, 10);
/** Days of the month before. */
const DAYS = Array.from({ length: 28 }, (_, index) => {
  const [year, month] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, index + 1))
    .toISOString()
    .slice(0, 10);
});
const PERIOD = { from: `${DAYS[0]}T00:00:00Z`, to: `${DAYS[27]}T23:59:59Z` };

interface Answer {
  status: number;
  headers: Headers;
  error?: { code: string; message: string };
  properties: {
    nextLink: string | null;
    columns: { name: string; type: string }[];
    rows: (string | number | string[])[][];
  };
}

describe('Azure Cost Management', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sandbox-azure-'));
    sandbox = await createSandbox({
      dataDir,
      ports: 'free',
      only: ['control', 'azure'],
    });
  });
  afterEach(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const post = async (
    url: string,
    body: object,
    token = 'azure-sandbox-token',
  ): Promise<Answer> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    const { status, headers } = response;
    return {
      status,
      headers,
      ...((await response.json()) as object),
    } as Answer;
  };
  const query = (dataset: object, more: object = {}) => ({
    type: 'AmortizedCost',
    timeframe: 'Custom',
    timePeriod: PERIOD,
    dataset: {
      granularity: 'Daily',
      aggregation: { totalCost: { name: 'Cost', function: 'Sum' } },
      ...dataset,
    },
    ...more,
  });
  const urlOf = (scope = SCOPE) =>
    `${sandbox.urls.azure}${scope}${QUERY}?api-version=2023-11-01`;
  const dimension = (name: string) => ({ type: 'Dimension', name });

  it('tells costs by day and resource, with tags, page by page', async () => {
    const body = query({
      grouping: [dimension('ResourceId'), dimension('ChargeType')],
      include: ['Tags'],
    });
    const rows: Answer['properties']['rows'] = [];
    let pages = 0;
    for (let next: string | null = urlOf(); next; pages += 1) {
      const { properties }: Answer = await post(next, body);
      expect(properties.columns.map(({ name }) => name)).toEqual([
        'Cost',
        'UsageDate',
        'ResourceId',
        'ChargeType',
        'Tags',
        'Currency',
      ]);
      rows.push(...properties.rows);
      next = properties.nextLink;
    }
    expect(pages).toBeGreaterThan(1);
    const effective = DAYS.map(day => bill.day(day, today))
      .flat()
      .reduce((sum, charge) => sum + charge.effectiveCost, 0);
    const micros = rows.map(([cost]) => Math.round(Number(cost) * 1e6));
    expect(micros.reduce((sum, one) => sum + one, 0)).toBe(effective);
    expect(rows).toContainEqual([
      expect.any(Number),
      Number(DAYS[4].replaceAll('-', '')),
      `${SCOPE}/resourceGroups/rg-support-desk/providers/Microsoft.CognitiveServices/accounts/oai-support-desk`.toLowerCase(),
      'Usage',
      expect.arrayContaining(['"service":"support-desk"']),
      'EUR',
    ]);
  });

  it('tells them by one tag above subscriptions, and by no resource', async () => {
    const group = '/providers/Microsoft.Management/managementGroups/mini-org';
    const { properties } = await post(
      urlOf(group),
      query({
        granularity: 'None',
        grouping: [{ type: 'TagKey', name: 'service' }],
      }),
    );
    expect(properties.rows.map(row => row.slice(1))).toEqual(
      expect.arrayContaining([
        ['service', 'reporting', 'EUR'],
        ['', '', 'EUR'],
      ]),
    );
    const refused = await post(
      urlOf(group),
      query({ grouping: [dimension('ResourceId')] }),
    );
    expect(refused.status).toBe(400);
    expect(refused.error?.message).toMatch('only at subscription scope');
  });

  it('takes twelve units in ten seconds, and says how long to wait', async () => {
    const year = query(
      { granularity: 'None' },
      { timePeriod: { from: '2026-01-01', to: '2026-11-30' } },
    );
    const first = await post(urlOf(), year);
    expect(
      first.headers.get('x-ms-ratelimit-microsoft.costmanagement-qpu-consumed'),
    ).toBe('11');
    const second = await post(urlOf(), year);
    expect(second.status).toBe(429);
    expect(second.error?.message).toBe('Too many requests. Please retry.');
    const wait = second.headers.get(
      'x-ms-ratelimit-microsoft.costmanagement-qpu-retry-after',
    );
    expect(Number(wait)).toBeGreaterThan(0);
    expect(Number(wait)).toBeLessThan(11);
  });

  it.each([
    [{ type: 'Cost' }, "Invalid type 'Cost'"],
    [{ timeframe: 'Sometime' }, "Invalid timeframe 'Sometime'"],
    [
      { timePeriod: { from: '2026-01-01', to: '2026-02-15' } },
      "can't exceed 31 days",
    ],
    [{ dataset: undefined }, 'Missing dataset'],
  ])('refuses %j', async (more, message) => {
    const { status, error } = await post(urlOf(), query({}, more));
    expect(status).toBe(400);
    expect(error?.message).toMatch(message);
  });

  it('refuses other tokens, unknown dimensions and unknown subscriptions as Azure does', async () => {
    const codes = await Promise.all([
      post(urlOf(), query({}), 'other'),
      post(urlOf('/subscriptions/other'), query({})),
      post(urlOf(), query({ grouping: [dimension('Colour')] })),
      post(urlOf().split('?')[0], query({})),
      post(`${urlOf('/elsewhere')}`, query({})),
    ]);
    expect(codes.map(({ status, error }) => [status, error?.code])).toEqual([
      [401, 'InvalidAuthenticationToken'],
      [404, 'SubscriptionNotFound'],
      [400, 'BadRequest'],
      [400, 'MissingApiVersionParameter'],
      [404, 'InvalidResourceType'],
    ]);
    const listed = await fetch(
      `${sandbox.urls.azure}/subscriptions?api-version=2022-12-01`,
      { headers: { authorization: 'Bearer azure-sandbox-token' } },
    );
    expect(await listed.json()).toMatchObject({
      value: [{ id: SCOPE, displayName: 'mini-org-azure' }],
    });
  });
});
