import { InputError } from '@backstage/errors';

/**
 * Money is a whole number of billionths of its currency's unit (nanos, as in Google's `Money`), so that sums are
 * exact: in SQL, in memory, and over any number of rows. A binary float never holds an amount.
 */
export type Nanos = bigint;

const DECIMALS = 9;
const ONE = 10n ** BigInt(DECIMALS);
const FORM = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads a decimal number as bills write it (`12.3456`, `-0.0000000279`, `1.2E-7`). What lies beyond nine decimals is
 * rounded half to even.
 *
 * @throws InputError where it is no number
 */
export function parseMoney(text: string): Nanos {
  const [, sign, whole = '', part = '', exponent = '0'] =
    FORM.exec(text.trim()) ?? [];
  if (whole === '' && part === '') {
    throw new InputError(`'${text}' is no amount; write e.g. 12.34.`);
  }
  const digits = BigInt(`${whole}${part}`);
  const shift = DECIMALS - part.length + Number(exponent);
  const nanos =
    shift >= 0
      ? digits * 10n ** BigInt(shift)
      : divideHalfEven(digits, 10n ** BigInt(-shift));
  return sign === '-' ? -nanos : nanos;
}

/** All decimals that matter: `12.5`, `-0.000000028`, `3`. */
export function moneyToDecimal(nanos: Nanos): string {
  const { sign, whole, part } = split(nanos);
  const decimals = part.replace(/0+$/, '');
  return `${sign}${whole}${decimals && `.${decimals}`}`;
}

/** Rounded half to even to so many decimals, at most nine: `12.50`. */
export function moneyToFixed(nanos: Nanos, decimals: number): string {
  const { sign, whole, part } = split(roundMoney(nanos, decimals));
  return `${sign}${whole}${decimals ? `.${part.slice(0, decimals)}` : ''}`;
}

/** The nearest amount of so many decimals, half to even. */
export function roundMoney(nanos: Nanos, decimals: number): Nanos {
  const unit = 10n ** BigInt(DECIMALS - decimals);
  const rounded = divideHalfEven(nanos < 0n ? -nanos : nanos, unit) * unit;
  return nanos < 0n ? -rounded : rounded;
}

/** An amount times a factor that is itself exact to nine decimals, e.g. a rate of exchange. */
export function multiplyMoney(nanos: Nanos, factor: Nanos): Nanos {
  const product = nanos * factor;
  const rounded = divideHalfEven(product < 0n ? -product : product, ONE);
  return product < 0n ? -rounded : rounded;
}

function split(nanos: Nanos) {
  const size = nanos < 0n ? -nanos : nanos;
  return {
    sign: nanos < 0n ? '-' : '',
    whole: String(size / ONE),
    part: String(size % ONE).padStart(DECIMALS, '0'),
  };
}

/** Of numbers that are not negative. */
function divideHalfEven(amount: bigint, by: bigint): bigint {
  const quotient = amount / by;
  const twice = (amount % by) * 2n;
  if (twice < by || (twice === by && quotient % 2n === 0n)) return quotient;
  return quotient + 1n;
}
