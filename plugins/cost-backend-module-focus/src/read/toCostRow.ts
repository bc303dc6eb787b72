import { InputError } from '@backstage/errors';
import {
  CHARGE_CATEGORIES,
  parseMoney,
  SERVICE_CATEGORIES,
  type Nanos,
} from '@portico/plugin-cost-common';
import type { CostRow } from '@portico/plugin-cost-node';
import type { FocusRecord } from './FocusRecord';
import { readTags } from './readTags';

/**
 * Reads a row of FOCUS. A charge of more than a day counts on its first one, as the invoice has it.
 *
 * @throws InputError that names the column and what is wrong with it
 */
export function toCostRow(record: FocusRecord): CostRow {
  const text = (column: string) => textOf(record[column]);
  const needed = (column: string) => {
    const found = text(column);
    if (found === undefined) throw new InputError(`${column} is empty.`);
    return found;
  };
  const list = text('ListCost');
  const contracted = text('ContractedCost');
  return {
    day: dayOf(record.ChargePeriodStart),
    providerName: needed('ProviderName'),
    billingAccountId: needed('BillingAccountId'),
    subAccountId: text('SubAccountId'),
    subAccountName: text('SubAccountName'),
    regionId: text('RegionId'),
    serviceCategory: oneOf(
      'ServiceCategory',
      needed('ServiceCategory'),
      SERVICE_CATEGORIES,
    ),
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
    tags: readTags(record.Tags),
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

function dayOf(value: unknown): string {
  const date = value instanceof Date ? value : readDate(textOf(value));
  if (Number.isNaN(date.getTime())) {
    throw new InputError(
      `ChargePeriodStart is '${value}'; it should be a time such as 2026-11-01T00:00:00Z.`,
    );
  }
  return date.toISOString().slice(0, 10);
}

/** A time without a zone is in UTC, as FOCUS has all of them. */
function readDate(text: string | undefined): Date {
  if (text === undefined) throw new InputError('ChargePeriodStart is empty.');
  const iso = text.replace(' ', 'T');
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
  known: readonly T[],
): T {
  const found = known.find(one => one === text);
  if (found) return found;
  throw new InputError(
    `${column} is '${text}'; FOCUS knows ${known.join(', ')}.`,
  );
}
