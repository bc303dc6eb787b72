import { InputError } from '@backstage/errors';
import { multiplyMoney, parseMoney, type Nanos } from './money';

/** One dated rate from the config: a unit of `currency` was worth so much of the base currency from that day on. */
export interface DatedRate {
  /** ISO 4217, e.g. `EUR`. */
  currency: string;
  /** First day that it holds for, `YYYY-MM-DD`. */
  from: string;
  /** Decimal, e.g. `1.0837`. */
  rate: string;
}

/** A currency that a bill is in, and no rate says what it is worth. */
export class MissingRateError extends InputError {
  constructor(readonly currency: string, readonly day: string, base: string) {
    super(
      `There is no rate from ${currency} to ${base} for ${day}. Add it to cost.rates, e.g. { currency: ${currency}, from: '${day}', rate: '…' }.`,
    );
  }
}

/** What currencies are worth, day by day, in the one that sums are shown in. */
export class Rates {
  readonly base: string;
  readonly #byCurrency = new Map<string, { from: string; rate: Nanos }[]>();

  /** @throws InputError for a rate that can't be read, is not positive, or is told twice for a day */
  constructor(base: string, rates: readonly DatedRate[]) {
    this.base = base;
    for (const { currency, from, rate } of rates) {
      const what = `cost.rates: ${currency} from ${from}`;
      if (!/^\d{4}-\d{2}-\d{2}$/.test(from)) {
        throw new InputError(`${what}: write the day as YYYY-MM-DD.`);
      }
      const nanos = parseMoney(rate);
      if (nanos <= 0n) {
        throw new InputError(`${what}: ${rate} is no rate; it is above zero.`);
      }
      const known = this.#byCurrency.get(currency) ?? [];
      if (known.some(one => one.from === from)) {
        throw new InputError(`${what} is there twice; keep one.`);
      }
      known.push({ from, rate: nanos });
      known.sort((a, b) => (a.from < b.from ? 1 : -1));
      this.#byCurrency.set(currency, known);
    }
  }

  /**
   * An amount of a day in the base currency.
   *
   * @param day `YYYY-MM-DD`
   * @throws MissingRateError where no rate holds for that day
   */
  convert(amount: Nanos, currency: string, day: string): Nanos {
    if (currency === this.base) return amount;
    const found = this.#byCurrency
      .get(currency)
      ?.find(({ from }) => from <= day);
    if (!found) throw new MissingRateError(currency, day, this.base);
    return multiplyMoney(amount, found.rate);
  }
}
