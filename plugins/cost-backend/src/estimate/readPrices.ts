import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  moneyToDecimal,
  parseMoney,
  type Amount,
  type PricedItem,
  type PricedSize,
  type PriceList,
} from '@portico/plugin-cost-common';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads `cost.prices`.
 *
 * @returns undefined where there is none
 * @throws InputError for an amount or a day that can't be read, and for an item that is there twice
 */
export function readPrices(config: Config): PriceList | undefined {
  const prices = config.getOptionalConfig('cost.prices');
  if (!prices) return undefined;
  const asOf = prices.getString('asOf');
  if (!DAY.test(asOf)) {
    throw new InputError(
      `cost.prices.asOf: '${asOf}' is no day; write e.g. '2026-11-01'.`,
    );
  }
  const items = prices.getConfigArray('items').map(readItem);
  refuseTwice(items);
  return {
    currency: prices.getString('currency'),
    asOf,
    source: prices.getString('source'),
    url: prices.getOptionalString('url'),
    items,
    free: prices.getOptionalStringArray('free') ?? [],
  };
}

function readItem(item: Config): PricedItem {
  const id = item.getString('id');
  const sizes = item.getConfigArray('sizes').map(readSize);
  if (!sizes.length) {
    throw new InputError(
      `cost.prices: ${id} has no sizes; give at least one, with what it costs a month.`,
    );
  }
  const terraform = item.getOptionalConfig('terraform');
  return {
    id,
    title: item.getString('title'),
    sizes,
    ...(terraform && { terraform: readTerraform(terraform) }),
  };
}

function readSize(size: Config): PricedSize {
  const elsewhere = size.getOptionalConfig('environments');
  return {
    id: size.getString('id'),
    detail: size.getOptionalString('detail'),
    monthly: amountIn(size, 'monthly'),
    environments: Object.fromEntries(
      (elsewhere?.keys() ?? []).map(name => [name, amountIn(elsewhere!, name)]),
    ),
  };
}

function readTerraform(terraform: Config): PricedItem['terraform'] {
  return {
    type: terraform.getString('type'),
    size: terraform.getOptionalString('size'),
    factors: (terraform.getOptionalConfigArray('factors') ?? []).map(one => ({
      attribute: one.getString('attribute'),
      ...(one.has('times') && { times: amountIn(one, 'times') }),
    })),
    extras: (terraform.getOptionalConfigArray('extras') ?? []).map(one => ({
      attribute: one.getString('attribute'),
      included: amountIn(one, 'included'),
      each: amountIn(one, 'each'),
    })),
  };
}

/** YAML makes a number of what is not quoted; its text is what was written. */
function amountIn(config: Config, key: string): Amount {
  return moneyToDecimal(parseMoney(String(config.get(key))));
}

function refuseTwice(items: PricedItem[]) {
  const names = items.flatMap(({ id, terraform }) =>
    terraform ? [id, terraform.type] : [id],
  );
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice) {
    throw new InputError(
      `cost.prices: ${twice} is there twice; keep one, with all its sizes.`,
    );
  }
}
