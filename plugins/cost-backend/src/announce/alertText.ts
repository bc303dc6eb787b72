import type { Nanos } from '@portico/plugin-cost-common';
import type { Spending } from '../budgets/Spending';
import type { Threshold } from '../budgets/thresholdsOf';
import { dayText, moneyText, monthText, percentText, wholeText } from './words';

/** What is known of a budget when a threshold is passed. */
export interface AlertFacts extends Spending {
  /** Whose it is, e.g. `orders`. */
  title: string;
  budget: Nanos;
  currency: string;
  /** `YYYY-MM`. */
  month: string;
  /** Last day known, `YYYY-MM-DD`. */
  through: string;
}

/** The line that stands over an alert. */
export function alertTitle(threshold: Threshold, facts: AlertFacts): string {
  const budget = `budget for ${monthText(facts.month)}`;
  switch (threshold) {
    case 'half':
      return `${facts.title} has spent half of its ${budget}`;
    case 'most':
      return `${facts.title} has spent ${percentText(0.8)} of its ${budget}`;
    case 'spent':
      return `${facts.title} has spent its ${budget}`;
    default:
      return `${facts.title} is heading over its ${budget}`;
  }
}

/** An alert in words, with amounts. */
export function alertMessage(threshold: Threshold, facts: AlertFacts): string {
  const { spent, forecast, budget, currency, through } = facts;
  const money = (amount: Nanos) => moneyText(amount, currency);
  const spentSoFar = `${money(spent)} by ${dayText(through)}`;
  const range = forecast && forecastText(forecast, currency);
  if (threshold === 'forecast' && forecast) {
    const over = forecast.expected - budget;
    return `Heading ${wholeText(over, currency)} (${percentText(
      Number(over) / Number(budget),
    )}) over a budget of ${money(
      budget,
    )}: ${range}; spent so far ${spentSoFar}.`;
  }
  const over = spent - budget;
  const said =
    over > 0n
      ? `${spentSoFar}, ${money(over)} over a budget of ${money(budget)}`
      : `${spentSoFar}, ${percentText(
          Number(spent) / Number(budget),
        )} of a budget of ${money(budget)}`;
  return range ? `${said}; ${range}.` : `${said}.`;
}

/** `forecast 411 USD, likely 394 to 432`; without a range that says nothing. */
function forecastText(
  { expected, low, high }: NonNullable<Spending['forecast']>,
  currency: string,
): string {
  const whole = wholeText(expected, currency);
  const [from, to] = [low, high].map(
    amount => wholeText(amount, currency).split('\u00a0')[0],
  );
  return from === to
    ? `forecast ${whole}`
    : `forecast ${whole}, likely ${from} to ${to}`;
}
