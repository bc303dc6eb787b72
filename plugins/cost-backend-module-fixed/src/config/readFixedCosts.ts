import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { parseMoney, SERVICE_CATEGORIES } from '@portico/plugin-cost-common';
import { readCount, readNamed } from '@portico/plugin-cost-node';
import type { FixedCost } from './FixedCost';

const PATH = 'cost.fixed';
const PERIODS = { month: 1, year: 12 } as const;

/**
 * All entries of `cost.fixed`; none where there is no such section.
 *
 * @throws InputError where two share a name, or a value is none
 */
export function readFixedCosts(config: Config): FixedCost[] {
  return readNamed(config, PATH, section => {
    const name = section.getString('name');
    const refuse = (key: string, text: string, wanted: string) =>
      new InputError(`${PATH}: ${key} of '${name}' is '${text}'; ${wanted}.`);
    const { amount, currency } = readAmount(section, refuse);
    const seats = readCount(section, PATH, 'seats') ?? 1;
    const per = section.getOptionalString('per') ?? 'month';
    if (!isPeriod(per)) throw refuse('per', per, 'it is month or year');
    const day = (key: string) => {
      const text = section.getOptionalString(key);
      if (text === undefined || isDay(text)) return text;
      throw refuse(key, text, "write a day as '2026-11-01'");
    };
    const [from, to] = [day('from') ?? section.getString('from'), day('to')];
    if (to !== undefined && to < from) {
      throw refuse('to', to, `it is not before from, ${from}`);
    }
    const text = section.getOptionalString('category') ?? 'Other';
    const category = SERVICE_CATEGORIES.find(one => one === text);
    if (!category) {
      throw refuse('category', text, `it is ${SERVICE_CATEGORIES.join(', ')}`);
    }
    return {
      name,
      amount: amount * BigInt(seats),
      currency,
      seats,
      months: PERIODS[per],
      from,
      to,
      provider: section.getOptionalString('provider') ?? name,
      service: section.getOptionalString('service') ?? name,
      category,
      tags: section.getOptional<Record<string, string>>('tags') ?? {},
    };
  });
}

function readAmount(
  section: Config,
  refuse: (key: string, text: string, wanted: string) => InputError,
) {
  const text = section.getString('amount');
  const [, number, currency] =
    /^(-?[\d.]+)\s+([A-Z]{3})$/.exec(text.trim()) ?? [];
  try {
    if (currency) return { amount: parseMoney(number), currency };
  } catch {
    // Told below, with its place in the config.
  }
  throw refuse('amount', text, "write e.g. '1200 EUR'");
}

function isPeriod(text: string): text is keyof typeof PERIODS {
  return Object.hasOwn(PERIODS, text);
}

/** Whether there is such a day in the calendar. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return (
    !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
  );
}
