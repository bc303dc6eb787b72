import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import costModuleAws from '@portico/plugin-cost-backend-module-aws';
import costModuleFocus from '@portico/plugin-cost-backend-module-focus';
import {
  costExtensionPoint,
  type CostProvider,
  type CostRow,
} from '@portico/plugin-cost-node';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(240_000);

const KEYS = {
  accessKeyId: 'AKIASANDBOX',
  secretAccessKey: 'sandbox-secret',
};

const [year, month] = new Date().toISOString().split('-').map(Number);
const day = (time: number) => new Date(time).toISOString().slice(0, 10);
const LAST_MONTH = {
  from: day(Date.UTC(year, month - 2, 1)),
  to: day(Date.UTC(year, month - 1, 0)),
};

/** One bill of AWS, told by Cost Explorer and by its export as FOCUS files. */
describe('two tellings of one bill', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  const providers: CostProvider[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'portico-two-tellings-'));
    sandbox = await createSandbox({ dataDir, ports: 'free', only: ['aws'] });
    const { aws: endpoint } = sandbox.urls;
    const data = {
      cost: {
        aws: [{ name: 'mini-org', endpoint, ...KEYS }],
        focus: ['focus/mini-org-focus', 'focus-csv/mini-org-focus-csv'].map(
          path => ({
            name: path.split('/')[0],
            // The whole export is a year to write.
            from: `s3://mini-org-billing/${path}/data/BILLING_PERIOD=${LAST_MONTH.from.slice(
              0,
              7,
            )}`,
            endpoint,
            ...KEYS,
          }),
        ),
      },
    };
    const backend = await startTestBackend({
      extensionPoints: [
        [
          costExtensionPoint,
          {
            addProvider: provider => providers.push(provider),
            addAllocationProvider: () => undefined,
            addUnitProvider: () => undefined,
          },
        ],
      ],
      features: [
        costModuleAws,
        costModuleFocus,
        mockServices.rootConfig.factory({ data }),
      ],
    });
    await backend.stop();
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** Billed and effective nanos, by whatever tells rows apart. */
  function totals(rows: CostRow[], keyOf: (row: CostRow) => string) {
    const found = new Map<string, [billed: bigint, effective: bigint]>();
    for (const row of rows) {
      const [billed, effective] = found.get(keyOf(row)) ?? [0n, 0n];
      found.set(keyOf(row), [
        billed + row.billedCost,
        effective + row.effectiveCost,
      ]);
    }
    return [...found]
      .filter(([, sums]) => sums.some(sum => sum !== 0n))
      .map(([key, sums]) => `${key}: ${sums.join(' ')}`)
      .sort();
  }

  async function pull(provider: CostProvider) {
    const rows: CostRow[] = [];
    const { signal } = new AbortController();
    for await (const batch of provider.pull(LAST_MONTH, { signal })) {
      expect(batch.problems).toEqual([]);
      rows.push(...batch.rows);
    }
    return rows;
  }

  it('have the same totals by service, account, kind of charge and tag', async () => {
    const [explorer, ...exports] = await Promise.all(providers.map(pull));
    expect(exports).toHaveLength(2);
    for (const rows of exports) {
      expect(rows.length).toBeGreaterThan(explorer.length);
      for (const keyOf of [
        (row: CostRow) => [
          row.day,
          row.billingAccountId,
          row.providerName,
          row.serviceName,
        ],
        (row: CostRow) => [
          row.subAccountId,
          row.subAccountName,
          row.chargeCategory,
        ],
        (row: CostRow) => [row.tags.service ?? '', row.billingCurrency],
      ]) {
        const key = (row: CostRow) => keyOf(row).join(' ');
        expect(totals(explorer, key)).toEqual(totals(rows, key));
      }
    }
  });
});
