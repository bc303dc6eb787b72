import { formatAmount, type AmountLook, type Money } from './money';

/** An amount with its currency in small: the number of a figure, or a cell of a table without `currency`. */
export function MoneyText(
  props: { amount: Money; currency?: string } & AmountLook,
) {
  const { amount, currency, ...look } = props;
  return (
    <>
      {formatAmount(amount, look)}
      {currency && <small>{`\u00a0${currency}`}</small>}
    </>
  );
}
