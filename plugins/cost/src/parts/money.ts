import {
  moneyToFixed,
  parseMoney,
  type Amount,
  type Nanos,
} from '@portico/plugin-cost-common';

const NO_BREAK = '\u00a0';
const MINUS = '−';

/** How an amount is written. */
export interface AmountLook {
  /** 2, cents, for what is billed; 0 for forecasts and budgets. */
  decimals?: number;
  /** A plus before what is more than nothing, for differences. */
  signed?: boolean;
}

/** An amount of an answer, or one that was reckoned here. */
export type Money = Amount | Nanos;

const nanosOf = (amount: Money): Nanos =>
  typeof amount === 'bigint' ? amount : parseMoney(amount);

/** `18,412.67`, `−0.80`, with `signed` `+38.20`; without its currency, for columns whose head has it. */
export function formatAmount(amount: Money, look: AmountLook = {}): string {
  const { decimals = 2, signed = false } = look;
  const fixed = moneyToFixed(nanosOf(amount), decimals);
  const [whole, part] = fixed.replace('-', '').split('.');
  const digits = [whole.replace(/\B(?=(\d{3})+$)/g, ','), part]
    .filter(Boolean)
    .join('.');
  if (/^[0.,]*$/.test(digits)) return digits;
  if (fixed.startsWith('-')) return `${MINUS}${digits}`;
  return signed ? `+${digits}` : digits;
}

/** `268.40 USD`. */
export function formatMoney(
  amount: Money,
  currency: string,
  look?: AmountLook,
): string {
  return `${formatAmount(amount, look)}${NO_BREAK}${currency}`;
}

/** Whole units, for forecasts and budgets: `411`. */
export const formatWhole = (amount: Money) =>
  formatAmount(amount, { decimals: 0 });

/** A ratio as a change: `+6.8 %`, `−2.1 %`, `0.0 %`. From ten times on in whole per cent. */
export function formatChange(ratio: number): string {
  const percent = (Math.abs(ratio) * 100).toFixed(Math.abs(ratio) < 10 ? 1 : 0);
  const direction = ratio < 0 ? MINUS : '+';
  const sign = Number(percent) === 0 ? '' : direction;
  return `${sign}${percent.replace(/\B(?=(\d{3})+$)/g, ',')}${NO_BREAK}%`;
}

function shareDecimals(percent: number): number {
  if (percent === 0 || percent >= 10) return 0;
  return percent >= 1 ? 1 : 2;
}

/** A part of a whole: `0.25 %`, `9.8 %`, `61 %`. */
export function formatShare(ratio: number): string {
  const percent = ratio * 100;
  return `${percent
    .toFixed(shareDecimals(Math.abs(percent)))
    .replace('-', MINUS)}${NO_BREAK}%`;
}

/** What is drawn, never shown or added up. */
export const toNumber = (amount: Amount): number => Number(amount);

/** Exactly. */
export const sumOf = (amounts: readonly (Amount | null)[]): Nanos =>
  amounts.reduce<Nanos>(
    (sum, amount) => (amount === null ? sum : sum + parseMoney(amount)),
    0n,
  );

/** Exactly: `a - b`. */
export const minus = (a: Amount, b: Amount): Nanos =>
  parseMoney(a) - parseMoney(b);
