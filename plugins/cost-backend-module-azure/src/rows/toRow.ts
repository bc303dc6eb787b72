import { InputError } from '@backstage/errors';
import type { ChargeCategory } from '@portico/plugin-cost-common';
import type { CostRow } from '@portico/plugin-cost-node';
import { isByResource } from '../client/queryOf';
import type { AzureSettings } from '../config/AzureSettings';
import type { CostLine } from './CostLines';
import { serviceCategoryOf } from './serviceCategory';

/** What Azure's charge types are in FOCUS; what is unused of a reservation is usage of it. */
const CATEGORIES: Record<string, ChargeCategory> = {
  usage: 'Usage',
  unusedreservation: 'Usage',
  unusedsavingsplan: 'Usage',
  purchase: 'Purchase',
  refund: 'Credit',
  tax: 'Tax',
};

/**
 * Writes costs of a day as a row of FOCUS; none where they are nothing.
 *
 * @throws InputError that names the column and what is wrong with it
 */
export function toRow(line: CostLine, settings: AzureSettings): CostRow[] {
  const { text, billed, effective } = line;
  if (billed === 0n && effective === 0n) return [];
  const chargeType = text('ChargeType');
  const chargeCategory =
    CATEGORIES[chargeType.replace(/[^a-z]/gi, '').toLowerCase()] ??
    'Adjustment';
  const isUsage = chargeType.toLowerCase() === 'usage';
  const resourceId = text('ResourceId') || undefined;
  const serviceName = text('ServiceName') || 'Unassigned';
  return [
    {
      day: dayOf(text('UsageDate')),
      providerName: 'Microsoft',
      billingAccountId: settings.billingAccountId,
      subAccountId: text('SubscriptionId') || undefined,
      subAccountName: text('SubscriptionName') || undefined,
      regionId: text('ResourceLocation') || undefined,
      serviceCategory: serviceCategoryOf(serviceName),
      serviceName,
      resourceId,
      resourceName: resourceId?.split('/').pop(),
      resourceType: text('ResourceType') || undefined,
      chargeCategory,
      chargeDescription: isUsage ? undefined : chargeType,
      tags: isByResource(settings)
        ? readTags(line.tags)
        : oneTag(line, settings.tag, isUsage),
      billedCost: billed,
      effectiveCost: effective,
      billingCurrency: currencyOf(text('Currency')),
    },
  ];
}

/** `20261101`, or `2026-11-01T00:00:00` as some agreements have it. */
function dayOf(text: string): string {
  const [, year, month, day] =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:T|$)/.exec(text) ?? [];
  if (day !== undefined) return `${year}-${month}-${day}`;
  throw new InputError(`UsageDate is '${text}'; it should be e.g. 20261101.`);
}

function currencyOf(text: string): string {
  if (/^[A-Z]{3}$/.test(text)) return text;
  throw new InputError(
    `Currency is '${text}'; it should be a code of ISO 4217 such as EUR.`,
  );
}

/** Each is `"service":"orders"`. */
function readTags(tags: readonly string[]): Record<string, string> {
  try {
    return Object.assign({}, ...tags.map(tag => JSON.parse(`{${tag}}`)));
  } catch {
    throw new InputError(
      `Tags is '${tags
        .join(', ')
        .slice(0, 80)}'; each should be "key":"value".`,
    );
  }
}

/** Usage that lacks the tag says so, with an empty one. */
function oneTag(
  { text }: CostLine,
  tag: string,
  isUsage: boolean,
): Record<string, string> {
  const value = text('TagValue');
  return value === '' && !isUsage ? {} : { [tag]: value };
}
