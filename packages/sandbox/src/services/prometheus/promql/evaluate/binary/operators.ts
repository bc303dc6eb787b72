/** Go's power: one to anything is one. */
function power(base: number, exponent: number): number {
  if (base === 1) return 1;
  if (base === -1 && Math.abs(exponent) === Infinity) return 1;
  return base ** exponent;
}

/** Operators that yield a number. */
export const ARITHMETIC: Record<string, (l: number, r: number) => number> = {
  '+': (l, r) => l + r,
  '-': (l, r) => l - r,
  '*': (l, r) => l * r,
  '/': (l, r) => l / r,
  '%': (l, r) => l % r,
  '^': power,
  atan2: Math.atan2,
};

/** Operators that yield true or false. */
export const COMPARISONS: Record<string, (l: number, r: number) => boolean> = {
  '==': (l, r) => l === r,
  '!=': (l, r) => l !== r,
  '<': (l, r) => l < r,
  '<=': (l, r) => l <= r,
  '>': (l, r) => l > r,
  '>=': (l, r) => l >= r,
};

/** What an operator makes of two values: undefined where a comparison does not hold. */
export function elementOperator(
  operator: string,
  bool: boolean,
): (l: number, r: number) => number | undefined {
  const compare = COMPARISONS[operator];
  if (!compare) return ARITHMETIC[operator];
  if (bool) return (l, r) => Number(compare(l, r));
  return (l, r) => (compare(l, r) ? l : undefined);
}

/** Whether the result has another meaning than the metric, and so not its name. */
export function dropsName(operator: string, bool: boolean): boolean {
  return bool || ['+', '-', '*', '/', '%', '^'].includes(operator);
}
