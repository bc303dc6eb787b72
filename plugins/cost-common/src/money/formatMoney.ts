import { moneyToFixed, type Nanos } from './money';

const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';

/** As people read it: `28,950.00 USD`, `−0.80 EUR`; cents for what is billed, none for what is forecast. */
export function formatMoney(
  amount: Nanos,
  currency: string,
  decimals = 2,
): string {
  const [whole, part] = moneyToFixed(amount, decimals)
    .replace('-', '')
    .split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const number = part ? `${grouped}.${part}` : grouped;
  const sign = amount < 0n && /[1-9]/.test(number) ? MINUS : '';
  return `${sign}${number}${NO_BREAK_SPACE}${currency}`;
}
