const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Whether a text is a decimal number as money travels here, e.g. `187.20`, `-0.5`. */
export function isMoney(text: string): boolean {
  return DECIMAL.test(text);
}

/** Difference of two amounts, exact, with at least two decimals: `subtractMoney('301.6', '187.2')` is `114.40`. */
export function subtractMoney(minuend: string, subtrahend: string): string {
  return addMoney(
    minuend,
    subtrahend.startsWith('-') ? subtrahend.slice(1) : `-${subtrahend}`,
  );
}

/** Sum of amounts, exact, with at least two decimals. */
export function addMoney(...amounts: string[]): string {
  const decimals = Math.max(2, ...amounts.map(decimalsOf));
  return format(
    amounts.reduce((sum, amount) => sum + scale(amount, decimals), 0n),
    decimals,
  );
}

/** Below 0 if the first is smaller, above 0 if it is larger. */
export function compareMoney(a: string, b: string): number {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  const difference = scale(a, decimals) - scale(b, decimals);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

function decimalsOf(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

function scale(amount: string, decimals: number): bigint {
  if (!isMoney(amount)) throw new TypeError(`Not an amount: '${amount}'`);
  const [whole, fraction = ''] = amount.split('.');
  return BigInt(`${whole}${fraction.padEnd(decimals, '0')}`);
}

function format(value: bigint, decimals: number): string {
  const digits = String(value < 0n ? -value : value).padStart(
    decimals + 1,
    '0',
  );
  const point = digits.length - decimals;
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(
    point,
  )}`;
}
