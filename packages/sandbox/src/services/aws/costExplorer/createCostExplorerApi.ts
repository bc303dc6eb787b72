import type { Charge, Micros } from '../../../billing';
import type { Account } from '../../../world';
import { invalid, JsonApi } from '../json';
import { BillReader } from './BillReader';
import { readExpression } from './Expression';
import { dimensionOf } from './dimensions';
import { readPeriod, readRequest, type CostRequest } from './readRequest';

/** Groups of one page. The real one ends a page by its size; so many are about as many as it sends. */
const PAGE = 1000;

/**
 * Cost Explorer: the bill by day or month, grouped and filtered. Each request of the real one costs 0.01 USD.
 * https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_Operations_AWS_Cost_Explorer_Service.html
 */
export function createCostExplorerApi(
  reader: BillReader,
  accounts: Account[],
): JsonApi {
  const chargesOf = (day: string) =>
    reader.day(day).filter(({ providerName }) => providerName !== 'Microsoft');
  return new JsonApi({
    scope: 'ce',
    target: 'AWSInsightsIndexService',
    operations: {
      GetCostAndUsage(input) {
        const request = readRequest(input, reader.today);
        const results = periodsOf(request).map(period =>
          resultOf(request, period, chargesOf, reader),
        );
        return {
          GroupDefinitions: request.groups.map(({ type, key }) => ({
            Type: type,
            Key: key,
          })),
          DimensionValueAttributes: attributesOf(request, accounts),
          ...pageOf(results, input.optionalText('NextPageToken')),
        };
      },

      GetTags(input) {
        const { start, end } = readPeriod(input, reader.today);
        const key = input.optionalText('TagKey');
        const filter = input.optionalObject('Filter');
        const matches = filter ? readExpression(filter) : () => true;
        const found = new Set<string>();
        for (const charge of between(start, end, chargesOf)) {
          if (!matches(charge)) continue;
          const tags = key
            ? [charge.tags[key] ?? '']
            : Object.keys(charge.tags);
          for (const tag of tags) found.add(tag);
        }
        const wanted = input.optionalText('SearchString')?.toLowerCase() ?? '';
        const Tags = [...found]
          .filter(tag => tag.toLowerCase().includes(wanted))
          .sort();
        return { Tags, ReturnSize: Tags.length, TotalSize: Tags.length };
      },

      GetDimensionValues(input) {
        const { start, end } = readPeriod(input, reader.today);
        const key = input.text('Dimension');
        const read = dimensionOf(key);
        const values = [
          ...new Set(between(start, end, chargesOf).map(read)),
        ].sort();
        return {
          DimensionValues: values.map(Value => ({
            Value,
            Attributes: nameOf(key, Value, accounts),
          })),
          ReturnSize: values.length,
          TotalSize: values.length,
        };
      },
    },
  });
}

interface Period {
  Start: string;
  End: string;
}

interface Result {
  TimePeriod: Period;
  Total: object;
  Groups: object[];
  Estimated: boolean;
}

function between(
  start: string,
  end: string,
  chargesOf: (day: string) => Charge[],
): Charge[] {
  return BillReader.days(start, end).flatMap(chargesOf);
}

function periodsOf({ start, end, granularity }: CostRequest): Period[] {
  if (granularity === 'DAILY') {
    const days = [...BillReader.days(start, end), end];
    return days
      .slice(0, -1)
      .map((day, index) => ({ Start: day, End: days[index + 1] }));
  }
  const periods: Period[] = [];
  for (let from = start; from < end; ) {
    const [year, month] = from.split('-').map(Number);
    const next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
    periods.push({ Start: from, End: next < end ? next : end });
    from = next;
  }
  return periods;
}

function resultOf(
  { metrics, groups, matches }: CostRequest,
  period: Period,
  chargesOf: (day: string) => Charge[],
  reader: BillReader,
): Result {
  const sums = new Map<string, Map<string, Micros>>();
  if (groups.length === 0) sums.set('', new Map());
  for (const charge of between(period.Start, period.End, chargesOf)) {
    if (!matches(charge)) continue;
    const key = JSON.stringify(groups.map(({ read }) => read(charge)));
    const of = groups.length ? key : '';
    const sum = sums.get(of) ?? new Map<string, Micros>();
    sums.set(of, sum);
    for (const { name, read } of metrics) {
      sum.set(name, (sum.get(name) ?? 0) + read(charge));
    }
  }
  const shown = (sum: Map<string, Micros>) =>
    Object.fromEntries(
      metrics.map(({ name }) => [
        name,
        {
          Amount: decimal(sum.get(name) ?? 0),
          Unit: name === 'UsageQuantity' ? 'N/A' : 'USD',
        },
      ]),
    );
  const last = BillReader.days(period.Start, period.End).pop()!;
  return {
    TimePeriod: period,
    Total: groups.length ? {} : shown(sums.get('')!),
    Groups: groups.length
      ? [...sums].map(([key, sum]) => ({
          Keys: JSON.parse(key),
          Metrics: shown(sum),
        }))
      : [],
    Estimated: reader.isEstimated(last),
  };
}

/** Whole periods, as long as their groups fit; the next page begins with the period after them. */
function pageOf(results: Result[], token: string | undefined) {
  const start = token === undefined ? 0 : readToken(token, results.length);
  let end = start;
  let groups = 0;
  while (end < results.length) {
    groups += Math.max(1, results[end].Groups.length);
    if (end > start && groups > PAGE) break;
    end += 1;
  }
  return {
    ResultsByTime: results.slice(start, end),
    NextPageToken:
      end < results.length
        ? Buffer.from(`page/${end}`).toString('base64')
        : undefined,
  };
}

function readToken(token: string, count: number): number {
  const [, digits] =
    /^page\/(\d+)$/.exec(Buffer.from(token, 'base64').toString()) ?? [];
  const start = Number(digits);
  if (!(start < count)) throw invalid('Invalid next page token.');
  return start;
}

function attributesOf({ groups }: CostRequest, accounts: Account[]) {
  return groups.some(({ key }) => key === 'LINKED_ACCOUNT')
    ? accounts.map(({ id, name }) => ({
        Value: id,
        Attributes: { description: name },
      }))
    : [];
}

function nameOf(dimension: string, value: string, accounts: Account[]) {
  const account =
    dimension === 'LINKED_ACCOUNT'
      ? accounts.find(({ id }) => id === value)
      : undefined;
  return account ? { description: account.name } : {};
}

/** Millionths as a decimal, without a float in between. */
function decimal(micros: Micros): string {
  const digits = String(Math.abs(micros)).padStart(7, '0');
  const text = `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  return micros < 0 ? `-${text}` : text;
}
