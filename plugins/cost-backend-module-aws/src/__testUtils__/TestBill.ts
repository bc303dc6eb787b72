import { ConfigReader } from '@backstage/config';
import {
  dayAfter,
  type CostBatch,
  type CostRow,
  type DaySlice,
} from '@portico/plugin-cost-node';
import {
  Bill,
  createSandbox,
  createWorld,
  type Charge,
  type Sandbox,
} from '@portico/sandbox';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsCostProvider } from '../AwsCostProvider';
import { readAwsSettings } from '../config/readAwsSettings';

/** The last month that has a credit and is over: AWS's clients notice a clock that is not today's. */
export const MONTH: DaySlice = lastQuarterStart(new Date());
/** Seven days of it. */
export const WEEK: DaySlice = {
  from: MONTH.from.replace(/01$/, '02'),
  to: MONTH.from.replace(/01$/, '08'),
};

/** The sandbox's AWS, and the bill that it tells. */
export class TestBill {
  readonly bill = new Bill(createWorld());
  #dataDir = '';
  #sandbox?: Sandbox;

  async start(): Promise<void> {
    this.#dataDir = await mkdtemp(join(tmpdir(), 'portico-cost-aws-'));
    this.#sandbox = await createSandbox({
      dataDir: this.#dataDir,
      ports: 'free',
      only: ['control', 'aws'],
    });
  }

  async stop(): Promise<void> {
    await this.#sandbox?.stop();
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  /** What the bill says on a day, instead of today. */
  lookedAtOn(asOf: string): jest.SpyInstance {
    const { day: real } = Bill.prototype;
    return jest
      .spyOn(Bill.prototype, 'day')
      .mockImplementation(function at(this: Bill, day: string) {
        return real.call(this, day, asOf);
      });
  }

  provider(more: object = {}): AwsCostProvider {
    const [settings] = readAwsSettings(
      new ConfigReader({
        cost: {
          aws: [
            {
              name: 'mini-org',
              endpoint: this.#sandbox!.urls.aws,
              accessKeyId: 'AKIASANDBOX',
              secretAccessKey: 'sandbox-secret',
              ...more,
            },
          ],
        },
      }),
    );
    return new AwsCostProvider(settings, { retryDelayMs: 1 });
  }

  charges({ from, to }: DaySlice): Charge[] {
    const today = new Date().toISOString().slice(0, 10);
    const charges: Charge[] = [];
    for (let day = from; day <= to; day = dayAfter(day)) {
      charges.push(...this.bill.day(day, today));
    }
    return charges;
  }

  async fault(fault: object): Promise<void> {
    await fetch(`${this.#sandbox!.urls.control}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ service: 'aws', ...fault }),
    });
  }

  async noFaults(): Promise<void> {
    await fetch(`${this.#sandbox!.urls.control}/faults`, { method: 'DELETE' });
  }
}

/** All of a slice, as one. */
export async function pull(
  provider: AwsCostProvider,
  slice: DaySlice,
): Promise<CostBatch & { requests: number }> {
  const all = { rows: [] as CostRow[], problems: [] as CostBatch['problems'] };
  let requests = 0;
  const { signal } = new AbortController();
  for await (const batch of provider.pull(slice, { signal })) {
    all.rows.push(...batch.rows);
    all.problems.push(...batch.problems);
    requests += batch.spent?.requests ?? 0;
  }
  return { ...all, requests };
}

/** Sums in millionths by whatever tells rows or charges apart, sorted; what is nothing is left out. */
export function sums<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
  amountOf: (one: T) => bigint,
): Record<string, string> {
  const found = new Map<string, bigint>();
  for (const one of all) {
    const key = keyOf(one);
    found.set(key, (found.get(key) ?? 0n) + amountOf(one));
  }
  return Object.fromEntries(
    [...found]
      .filter(([, sum]) => sum !== 0n)
      .map(([key, sum]) => [key, String(sum)])
      .sort(),
  );
}

function lastQuarterStart(today: Date): DaySlice {
  const month = today.getUTCMonth();
  // January, April, July, October; never the month that is not over.
  const start = 3 * Math.floor((month - 1) / 3);
  const first = (offset: number) =>
    new Date(Date.UTC(today.getUTCFullYear(), start + offset, 1))
      .toISOString()
      .slice(0, 10);
  return { from: first(0), to: dayAfter(first(1), -1) };
}
