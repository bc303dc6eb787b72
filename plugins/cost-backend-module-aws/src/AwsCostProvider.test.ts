import { dayAfter, type CostRow } from '@portico/plugin-cost-node';
import type { Charge } from '@portico/sandbox';
import { MONTH, pull, sums, TestBill, WEEK } from './__testUtils__/TestBill';

jest.setTimeout(240_000);

const mini = new TestBill();
beforeAll(() => mini.start());
afterAll(() => mini.stop());
afterEach(() => mini.noFaults());

/** What the bill says and what rows say, by the same key. */
function expectSame(
  rows: CostRow[],
  charges: Charge[],
  keys: { row(row: CostRow): string; charge(charge: Charge): string },
) {
  const own = charges.filter(it => it.providerName !== ('Microsoft' as string));
  for (const cost of ['billedCost', 'effectiveCost'] as const) {
    expect(sums(rows, keys.row, it => it[cost])).toEqual(
      sums(own, keys.charge, it => BigInt(it[cost]) * 1000n),
    );
  }
}

describe("the month, by Cost Explorer's groups", () => {
  it('is the bill by service and by kind of charge, to the billionth', async () => {
    const { rows, problems, requests } = await pull(mini.provider(), MONTH);
    const charges = mini.charges(MONTH);
    expect(problems).toEqual([]);
    expectSame(rows, charges, {
      row: it => `${it.providerName} ${it.serviceName} ${it.chargeCategory}`,
      charge: it => `${it.providerName} ${it.serviceName} ${it.chargeCategory}`,
    });
    expectSame(rows, charges, {
      row: it => `${it.day} ${it.subAccountId} ${it.tags.service ?? ''}`,
      charge: it =>
        `${it.day} ${it.accountId} ${
          it.chargeCategory === 'Usage' ? it.tags.service ?? '' : ''
        }`,
    });
    expect(requests).toBeGreaterThan(10);
    expect(requests).toBeLessThan(60);
  });

  it('keeps credits, tax and the Savings Plan apart from usage', async () => {
    const { rows } = await pull(mini.provider(), MONTH);
    const others = rows.filter(it => it.chargeCategory !== 'Usage');
    const kinds = new Set(
      others.map(it => `${it.chargeCategory}: ${it.chargeDescription}`),
    );
    expect([...kinds].sort()).toEqual([
      'Credit: Credit',
      'Purchase: SavingsPlanRecurringFee',
      'Tax: Tax',
    ]);
    expect(others.find(it => it.chargeCategory === 'Credit')).toMatchObject({
      day: MONTH.from.replace(/01$/, '15'),
      billingAccountId: '111122223333',
      subAccountId: '111122223333',
      subAccountName: 'mini-org',
      billedCost: -250_000_000_000n,
      billingCurrency: 'USD',
    });
    // Spread over what it covers, a plan that is used up costs nothing by itself.
    for (const row of others.filter(it => it.chargeCategory === 'Purchase')) {
      expect(row.billedCost).toBeGreaterThan(0n);
      expect(row.effectiveCost).toBe(0n);
    }
  });

  it('needs few requests where it is only compared', async () => {
    const provider = mini.provider({ counts: 'comparison' });
    expect(provider.role).toBe('comparison');
    const { rows, requests } = await pull(provider, MONTH);
    expectSame(rows, mini.charges(MONTH), {
      row: it => `${it.day} ${it.subAccountId} ${it.serviceName}`,
      charge: it => `${it.day} ${it.accountId} ${it.serviceName}`,
    });
    expect(requests).toBeLessThan(10);
  });
});

describe('what tells whose a cost is', () => {
  it('is the first tag that it has, then the next, then the cost category; each cost once', async () => {
    const provider = mini.provider({
      groupBy: ['tag:service', 'tag:team', 'cost-category:Environment'],
    });
    const { rows, problems } = await pull(provider, WEEK);
    expect(problems).toEqual([]);
    expectSame(
      rows.filter(it => it.chargeCategory === 'Usage'),
      mini.charges(WEEK).filter(it => it.chargeCategory === 'Usage'),
      {
        row: ({ tags }) =>
          tags.service ? `service ${tags.service}` : `team ${tags.team ?? ''}`,
        charge: ({ tags }) =>
          tags.service ? `service ${tags.service}` : `team ${tags.team ?? ''}`,
      },
    );
    const runners = rows.find(
      it =>
        it.subAccountName === 'mini-org-staging' &&
        it.serviceName.startsWith('Amazon Elastic Compute Cloud') &&
        !it.tags.service &&
        !it.tags.team,
    );
    expect(runners?.tags).toEqual({ 'cost-category:Environment': 'staging' });
  });

  it('is asked about where nothing has it, and the problem says which tags there are', async () => {
    const { rows, problems } = await pull(
      mini.provider({ groupBy: ['tag:Service'] }),
      WEEK,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(problems).toEqual([
      {
        where: `Cost Explorer, ${WEEK.from} to ${WEEK.to}`,
        message: expect.stringMatching(
          /^No cost carries the tag 'Service'.* Cost Explorer knows .*service, team\. Activate it/,
        ),
      },
    ]);
  });
});

it('tells the newest days as they stand, and again when they are whole', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const newest = { from: dayAfter(today, -2), to: dayAfter(today, -1) };
  const provider = mini.provider();
  const totals: bigint[] = [];
  for (const asOf of [today, dayAfter(today, 3)]) {
    const bill = mini.lookedAtOn(asOf);
    const { rows } = await pull(provider, newest);
    expectSame(rows, mini.charges(newest), {
      row: it => `${it.day} ${it.serviceName}`,
      charge: it => `${it.day} ${it.serviceName}`,
    });
    bill.mockRestore();
    totals.push(rows.reduce((all, it) => all + it.effectiveCost, 0n));
  }
  expect(totals[1]).toBeGreaterThan(totals[0]);
});

describe('what it costs to ask', () => {
  it('is counted by request, and foretold from the pull before', async () => {
    const provider = mini.provider();
    const { requests } = await pull(provider, WEEK);
    const price = provider.priceOf(WEEK);
    expect(price.requests).toBe(requests);
    const day = { from: WEEK.from, to: WEEK.from };
    const { requests: ofDay } = await pull(mini.provider(), day);
    expect(provider.priceOf(day).requests).toBe(ofDay);
    expect(price.cost).toEqual({
      amount: `0.${String(requests).padStart(2, '0')}`,
      currency: 'USD',
    });
  });

  it('ends with the day’s requests, and what was asked till then is told', async () => {
    const provider = mini.provider({ requestsPerDay: 3 });
    let requests = 0;
    const { signal } = new AbortController();
    const asking = async () => {
      for await (const { spent } of provider.pull(WEEK, { signal })) {
        requests += spent?.requests ?? 0;
      }
    };
    await expect(asking()).rejects.toThrow(
      /^AWS Cost Explorer mini-org was asked 3 times today, at 0\.01 USD each, .* raise requestsPerDay/,
    );
    expect(requests).toBe(3);
  });
});

describe('when Cost Explorer refuses', () => {
  it('asks again after throttling, and counts that', async () => {
    const calm = await pull(mini.provider(), WEEK);
    await mini.fault({
      path: 'GetCostAndUsage',
      kind: 'status',
      value: 429,
      times: 3,
    });
    const throttled = await pull(mini.provider(), WEEK);
    expect(throttled.rows).toEqual(calm.rows);
    expect(throttled.requests).toBe(calm.requests + 3);
  });

  it.each([
    [
      429,
      /answered LimitExceededException when asked for the costs from [-\d]+ to [-\d]+, by LINKED_ACCOUNT and RECORD_TYPE: .* asked again several times/,
    ],
    [
      403,
      /answered AccessDeniedException .* needs ce:GetCostAndUsage, and Cost Explorer has to be enabled/,
    ],
    [
      401,
      /answered UnrecognizedClientException .* Check the keys under cost\.aws/,
    ],
    [500, /answered InternalServerException .* The next collection asks again/],
  ])('fails with what to do about %i', async (value, message) => {
    await mini.fault({ path: 'GetCostAndUsage', kind: 'status', value });
    await expect(pull(mini.provider(), WEEK)).rejects.toThrow(message);
  });

  it('says that it has no such old days, and never shows a key', async () => {
    const old = { from: '2024-01-01', to: '2024-01-31' };
    await expect(pull(mini.provider(), old)).rejects.toThrow(
      /ValidationException .* keeps 13 months by day/,
    );
    const provider = mini.provider({ secretAccessKey: 'a-wrong-secret' });
    const error = await pull(provider, WEEK).catch(it => it as Error);
    expect((error as Error).message).toMatch(
      /when asked for the account that it pays for: .* Check the keys/,
    );
    expect((error as Error).message).not.toContain('a-wrong-secret');
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const batches = mini.provider().pull(WEEK, controller);
    await batches.next();
    controller.abort(new Error('shutting down'));
    await batches.next();
    await expect(batches.next()).rejects.toThrow('shutting down');
  });
});

it('assumes the role that pays, and takes the account from it', async () => {
  const { rows } = await pull(
    mini.provider({ roleArn: 'arn:aws:iam::111122223333:role/cost' }),
    { from: WEEK.from, to: WEEK.from },
  );
  expect(rows[0].billingAccountId).toBe('111122223333');
  await expect(
    pull(
      mini.provider({ roleArn: 'arn:aws:iam::999999999999:role/cost' }),
      WEEK,
    ),
  ).rejects.toThrow(/answered AccessDenied/);
});
