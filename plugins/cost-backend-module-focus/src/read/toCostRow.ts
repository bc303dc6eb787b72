import { InputError } from '@backstage/errors';
import {
  CHARGE_CATEGORIES,
  parseMoney,
  SERVICE_CATEGORIES,
  type Nanos,
} from '@portico/plugin-cost-common';
import { dayAfter, type CostRow } from '@portico/plugin-cost-node';
import type { FocusRecord } from './FocusRecord';
import { readTags } from './readTags';
import { TagMapping } from './TagMapping';

/**
 * Reads a row of FOCUS. A charge of more than a day counts on its first one, as the invoice has it; one of another
 * month than that it is billed in counts on the first or last day of the billing period, so that the days of a month
 * add up to its invoice.
 *
 * @throws InputError that names the column and what is wrong with it
 */
export function toCostRow(
  record: FocusRecord,
  tags = new TagMapping(),
): CostRow {
  const text = (column: string) => textOf(record[column]);
  const needed = (column: string) => {
    const found = text(column);
    if (found === undefined) throw new InputError(`${column} is empty.`);
    return found;
  };
  const list = text('ListCost');
  const contracted = text('ContractedCost');
  return {
    day: billedDay(record),
    providerName: needed('ProviderName'),
    billingAccountId: needed('BillingAccountId'),
    subAccountId: text('SubAccountId'),
    subAccountName: text('SubAccountName'),
    regionId: text('RegionId'),
    // Money counts, whatever its category is called.
    serviceCategory:
      known(text('ServiceCategory') ?? '', SERVICE_CATEGORIES) ?? 'Other',
    serviceName: needed('ServiceName'),
    resourceId: text('ResourceId'),
    resourceName: text('ResourceName'),
    resourceType: text('ResourceType'),
    chargeCategory: oneOf(
      'ChargeCategory',
      needed('ChargeCategory'),
      CHARGE_CATEGORIES,
    ),
    correction: text('ChargeClass') === 'Correction' || undefined,
    chargeDescription: text('ChargeDescription'),
    tags: tags.apply(readTags(record.Tags), record),
    billedCost: amount('BilledCost', needed('BilledCost')),
    effectiveCost: amount('EffectiveCost', needed('EffectiveCost')),
    listCost: list === undefined ? undefined : amount('ListCost', list),
    contractedCost:
      contracted === undefined
        ? undefined
        : amount('ContractedCost', contracted),
    billingCurrency: currency(needed('BillingCurrency')),
    consumedQuantity: text('ConsumedQuantity'),
    consumedUnit: text('ConsumedUnit'),
  };
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = String(value).trim();
  // Some exports write what is absent as a word.
  return text === '' || text === 'NULL' || text === 'null' ? undefined : text;
}

function billedDay(record: FocusRecord): string {
  const day = dayOf('ChargePeriodStart', record.ChargePeriodStart);
  const start = textOf(record.BillingPeriodStart);
  const end = textOf(record.BillingPeriodEnd);
  if (start === undefined || end === undefined) return day;
  const first = dayOf('BillingPeriodStart', record.BillingPeriodStart);
  if (day < first) return first;
  const ended = dayOf('BillingPeriodEnd', record.BillingPeriodEnd);
  // It ends where the next one begins; some name its last day instead.
  const last = ended.slice(8) === first.slice(8) ? dayAfter(ended, -1) : ended;
  return day > last ? last : day;
}

function dayOf(column: string, value: unknown): string {
  const date = value instanceof Date ? value : readDate(column, textOf(value));
  if (Number.isNaN(date.getTime())) {
    throw new InputError(
      `${column} is '${value}'; it should be a time such as 2026-11-01T00:00:00Z.`,
    );
  }
  return date.toISOString().slice(0, 10);
}

/** A time without a zone is in UTC, as FOCUS has all of them. */
function readDate(column: string, text: string | undefined): Date {
  if (text === undefined) throw new InputError(`${column} is empty.`);
  // BigQuery writes `2026-11-01 00:00:00 UTC`.
  const iso = text.replace(/ ?UTC$/, 'Z').replace(' ', 'T');
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) || !iso.includes('T');
  return new Date(zoned ? iso : `${iso}Z`);
}

function amount(column: string, text: string): Nanos {
  try {
    return parseMoney(text);
  } catch {
    throw new InputError(
      `${column} is '${text}'; it should be a number such as 12.34.`,
    );
  }
}

function currency(text: string): string {
  if (/^[A-Z]{3}$/.test(text)) return text;
  throw new InputError(
    `BillingCurrency is '${text}'; it should be a code of ISO 4217 such as USD.`,
  );
}

function oneOf<T extends string>(
  column: string,
  text: string,
  values: readonly T[],
): T {
  const found = known(text, values);
  if (found) return found;
  throw new InputError(
    `${column} is '${text}'; FOCUS knows ${values.join(', ')}.`,
  );
}

function known<T extends string>(
  text: string,
  values: readonly T[],
): T | undefined {
  const wanted = text.toLowerCase();
  return values.find(one => one.toLowerCase() === wanted);
}
