import { parseMoney } from '@portico/plugin-cost-common';
import type {
  CostBatch,
  CostProvider,
  CostRow,
  DaySlice,
  RowProblem,
} from '@portico/plugin-cost-node';

/** Ten dollars of EC2 that nothing is known of. */
export function row(part: Partial<CostRow> & { cost?: string } = {}): CostRow {
  const { cost = '10', ...rest } = part;
  return {
    day: '2026-11-03',
    providerName: 'AWS',
    billingAccountId: '1',
    serviceCategory: 'Compute',
    serviceName: 'Amazon EC2',
    chargeCategory: 'Usage',
    tags: {},
    billedCost: parseMoney(cost),
    effectiveCost: parseMoney(cost),
    billingCurrency: 'USD',
    ...rest,
  };
}

/** A bill that says what the test says. */
export class FakeBill implements CostProvider {
  readonly title: string;
  readonly kind: 'billed' | 'estimated' = 'billed';
  role: 'bill' | 'comparison' = 'bill';
  readonly restatedDays = 3;
  readonly sliceDays = 31;
  /** All that it has. */
  rows: CostRow[] = [];
  problems: RowProblem[] = [];
  /** Slices that it was asked for. */
  readonly asked: DaySlice[] = [];
  /** Requests that each half of an answer really takes, where they are counted. */
  counted?: number;
  /** Called before each answer; what it throws is the answer. */
  before: (slice: DaySlice) => void | Promise<void> = () => {};

  versionOf?: CostProvider['versionOf'];

  constructor(
    readonly id = 'fake:bill',
    options: { kind?: 'billed' | 'estimated' } = {},
  ) {
    this.title = `Bill ${id}`;
    this.kind = options.kind ?? 'billed';
  }

  priceOf() {
    return { requests: 2, cost: { amount: '0.02', currency: 'USD' } };
  }

  async *pull(slice: DaySlice): AsyncGenerator<CostBatch> {
    this.asked.push(slice);
    await this.before(slice);
    const rows = this.rows.filter(
      ({ day }) => slice.from <= day && day <= slice.to,
    );
    const half = Math.ceil(rows.length / 2);
    const spent = this.counted && {
      requests: this.counted,
      cost: { amount: `0.0${this.counted}`, currency: 'USD' },
    };
    const part = spent ? { spent } : {};
    yield { rows: rows.slice(0, half), problems: this.problems, ...part };
    yield { rows: rows.slice(half), problems: [], ...part };
  }
}
