import type { Charge, Micros } from '../../../billing';
import { Input, invalid } from '../json';
import { costCategoryOf, dimensionOf } from './dimensions';
import { readExpression } from './Expression';

const METRICS: Partial<Record<string, (charge: Charge) => number>> = {
  UnblendedCost: charge => charge.billedCost,
  BlendedCost: charge => charge.billedCost,
  NetUnblendedCost: charge => charge.billedCost,
  AmortizedCost: charge => charge.effectiveCost,
  NetAmortizedCost: charge => charge.effectiveCost,
  UsageQuantity: charge => Math.round((charge.quantity ?? 0) * 1e6),
};
/** Months that Cost Explorer goes back. */
const MONTHS = 14;

/** What `GetCostAndUsage` is asked for. */
export interface CostRequest {
  /** First day, and the one after the last. */
  start: string;
  end: string;
  granularity: 'DAILY' | 'MONTHLY';
  metrics: { name: string; read: (charge: Charge) => Micros }[];
  groups: { type: string; key: string; read: (charge: Charge) => string }[];
  matches: (charge: Charge) => boolean;
}

/** @throws AwsError `ValidationException`, as Cost Explorer words it */
export function readRequest(input: Input, today: string): CostRequest {
  const { start, end } = readPeriod(input, today);
  const metrics = input.list('Metrics').map(String);
  if (metrics.length === 0) throw invalid('At least one metric is required.');
  const groups = input.list('GroupBy').map(one => readGroup(new Input(one)));
  if (groups.length > 2) {
    throw invalid('The number of group definitions exceeds the limit of 2.');
  }
  const filter = input.optionalObject('Filter');
  return {
    start,
    end,
    granularity: input.oneOf('Granularity', ['DAILY', 'MONTHLY']),
    metrics: metrics.map(name => {
      const read = METRICS[name];
      if (read) return { name, read };
      throw invalid(`Metric ${name} is not valid.`);
    }),
    groups,
    matches: filter ? readExpression(filter) : () => true,
  };
}

/** @throws AwsError `ValidationException` */
export function readPeriod(
  input: Input,
  today: string,
): { start: string; end: string } {
  const period = input.object('TimePeriod');
  const start = period.text('Start', /^\d{4}-\d{2}-\d{2}$/);
  const end = period.text('End', /^\d{4}-\d{2}-\d{2}$/);
  if (start >= end) {
    throw invalid(
      `Start date (and hour) should be before end date (and hour). [${start}, ${end}]`,
    );
  }
  const oldest = new Date(today);
  oldest.setUTCMonth(oldest.getUTCMonth() - MONTHS, 1);
  if (start < oldest.toISOString().slice(0, 10)) {
    throw invalid(
      `You haven't enabled historical data beyond ${MONTHS} months`,
    );
  }
  return { start, end };
}

function readGroup(group: Input): CostRequest['groups'][number] {
  const type = group.oneOf('Type', ['DIMENSION', 'TAG', 'COST_CATEGORY']);
  const key = group.text('Key');
  switch (type) {
    case 'TAG':
      return { type, key, read: charge => `${key}$${charge.tags[key] ?? ''}` };
    case 'COST_CATEGORY':
      return { type, key, read: charge => `${key}$${costCategoryOf(charge)}` };
    default:
      return { type, key, read: dimensionOf(key) };
  }
}
