import { formatMoney, type Nanos } from '@portico/plugin-cost-common';

const NO_BREAK_SPACE = '\u00a0';
const CENT = 10_000_000n;
const UNIT = 1_000_000_000n;

const format = (text: string, options: Intl.DateTimeFormatOptions) =>
  new Date(text).toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });

/** `12 Nov` for `2026-11-12`. */
export function dayText(day: string): string {
  return `${Number(day.slice(8, 10))}${NO_BREAK_SPACE}${format(day, {
    month: 'short',
  }).slice(0, 3)}`;
}

/** `12 Nov 08:14 UTC` of a time in ISO 8601. */
export function momentText(at: string): string {
  const iso = new Date(at).toISOString();
  return `${dayText(iso)} ${iso.slice(11, 16)}${NO_BREAK_SPACE}UTC`;
}

/** `November` for `2026-11`. */
export function monthText(month: string): string {
  return format(`${month}-01`, { month: 'long' });
}

/** `3 %` for 0.031; below 10 % one decimal where it says something. */
export function percentText(ratio: number): string {
  const percent = Math.abs(ratio) * 100;
  const text = percent < 9.95 ? percent.toFixed(1) : percent.toFixed(0);
  return `${text.replace(/\.0$/, '')}${NO_BREAK_SPACE}%`;
}

/** `3.1 times`; whole from 10. */
export function timesText(factor: number): string {
  return `${
    factor < 9.95 ? factor.toFixed(1) : factor.toFixed(0)
  }${NO_BREAK_SPACE}times`;
}

/** With cents, where there are any: `400 USD`, `268.40 USD`. */
export function moneyText(amount: Nanos, currency: string): string {
  const whole = ((amount % UNIT) + UNIT) % UNIT < CENT / 2n;
  return formatMoney(amount, currency, whole ? 0 : 2);
}

/** Without cents, as forecasts are written. */
export function wholeText(amount: Nanos, currency: string): string {
  return formatMoney(amount, currency, 0);
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
