import type { AzureCharge } from '../../../billing';
import { AzureError } from '../AzureError';
import { readGrouping, type Grouping } from './dimensions';

/** Days of the longest daily query: https://learn.microsoft.com/rest/api/cost-management/query/usage */
const MOST_DAYS = 31;
const DAY_MS = 86_400_000;

const AMOUNTS: Record<
  string,
  Record<string, (charge: AzureCharge) => number>
> = {
  ActualCost: { Cost: it => it.billedCost, PreTaxCost: it => it.billedCost },
  AmortizedCost: {
    Cost: it => it.effectiveCost,
    PreTaxCost: it => it.effectiveCost,
  },
  Usage: { Cost: it => it.billedCost, PreTaxCost: it => it.billedCost },
};

/** What a query asks for. */
export interface CostQuery {
  /** First and last day. */
  from: string;
  to: string;
  granularity: 'Daily' | 'Monthly' | 'None';
  amounts: { column: string; read: (charge: AzureCharge) => number }[];
  groupings: Grouping[];
  includeTags: boolean;
}

type Json = Record<string, unknown>;

/** @throws AzureError as Cost Management words it */
export function readQuery(
  body: unknown,
  isAboveSubscriptions: boolean,
): CostQuery {
  const { type, timeframe, timePeriod, dataset } = object(body, 'query');
  const ofType = AMOUNTS[String(type)];
  if (!ofType) throw invalid(`type '${type}'`, Object.keys(AMOUNTS));
  if (timeframe !== 'Custom')
    throw invalid(`timeframe '${timeframe}'`, ['Custom']);
  const period = object(timePeriod, 'timePeriod');
  const from = day(period.from, 'from');
  const to = day(period.to, 'to');
  if (from > to) {
    throw AzureError.badRequest(
      'Invalid query definition: Time period start date must be before end date.',
    );
  }
  const { granularity, aggregation, grouping, include } = object(
    dataset,
    'dataset',
  );
  const granularities = ['Daily', 'Monthly', 'None'] as const;
  const cut = granularities.find(one => one === (granularity ?? 'None'));
  if (!cut) throw invalid(`granularity '${granularity}'`, granularities);
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (cut === 'Daily' && days > MOST_DAYS) {
    throw AzureError.badRequest(
      `Invalid query definition: The time period for a query of daily granularity can't exceed ${MOST_DAYS} days.`,
    );
  }
  const groupings = list(grouping, 'grouping').map(one =>
    readGrouping(object(one, 'grouping'), isAboveSubscriptions),
  );
  if (groupings.length > 15) {
    throw AzureError.badRequest(
      'Invalid query definition: Dataset grouping can have at most 15 items.',
    );
  }
  const amounts = Object.values(object(aggregation, 'aggregation')).map(one => {
    const { name, function: by } = object(one, 'aggregation');
    const read = ofType[String(name)];
    if (!read || by !== 'Sum') {
      throw invalid(`dataset aggregation '${name}'`, Object.keys(ofType));
    }
    return { column: String(name), read };
  });
  return {
    from,
    to,
    granularity: cut,
    amounts,
    groupings,
    includeTags: list(include, 'include').includes('Tags'),
  };
}

function invalid(what: string, valid: readonly string[]): AzureError {
  return AzureError.badRequest(
    `Invalid query definition: Invalid ${what}; valid values: ${valid
      .map(one => `'${one}'`)
      .join(',')}.`,
  );
}

function object(value: unknown, name: string): Json {
  if (typeof value === 'object' && value && !Array.isArray(value)) {
    return value as Json;
  }
  throw AzureError.badRequest(
    `Invalid query definition: Missing dataset or ${name}.`,
  );
}

function list(value: unknown, name: string): unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw invalid(`dataset ${name}`, ['an array']);
}

function day(value: unknown, name: string): string {
  const [found] = /^\d{4}-\d{2}-\d{2}/.exec(String(value)) ?? [];
  if (found) return found;
  throw AzureError.badRequest(
    `Invalid query definition: timePeriod ${name} '${value}' is not a date.`,
  );
}
