import {
  parseMoney,
  type MonthStanding,
  type OrganisationCost,
} from '@portico/plugin-cost-common';
import {
  dayText,
  listText,
  moneyText,
  monthText,
  percentText,
  wholeText,
} from '../../announce/words';

/** What the head of the page says, besides the month itself. */
export interface VerdictFacts {
  standing: MonthStanding;
  currency: string;
  scope: 'all' | 'mine';
  /** Last day that is known. */
  through?: string;
  /** Titles of groups that are over their budgets, or heading there; the largest first. */
  over: readonly string[];
  /** Ratio of the bill that is nobody's; undefined where that is not theirs to know. */
  unattributed?: number;
}

const MOST_NAMED = 3;

/** A sentence that could be read aloud, and a second one. */
export function verdictOf(facts: VerdictFacts): OrganisationCost['verdict'] {
  const { standing } = facts;
  const detail = detailOf(facts);
  return {
    state: standing.budget?.state ?? 'none',
    headline: headlineOf(facts),
    ...(detail && { detail }),
  };
}

function headlineOf({
  standing,
  currency,
  scope,
  through,
}: VerdictFacts): string {
  const { budget, forecast, before, toDate } = standing;
  const month = monthText(standing.month);
  const whole = (amount: string) => wholeText(parseMoney(amount), currency);
  const bare = (amount: string) => whole(amount).split('\u00a0')[0];
  if (standing.daysKnown === 0) return `Nothing is known of ${month} yet.`;
  const spent = moneyText(parseMoney(toDate), currency);
  const isOver = standing.daysKnown === standing.days;
  const by = isOver || through === undefined ? '' : ` by ${dayText(through)}`;
  if (budget) {
    const beyond = (amount: string) =>
      parseMoney(amount) - parseMoney(budget.amount);
    const { state } = budget;
    const ahead = forecast && `forecast ${bare(forecast.amount)}`;
    if (state === 'over') {
      return `${month} ${isOver ? 'was' : 'is'} ${wholeText(
        beyond(toDate),
        currency,
      )} (${percentText(budget.spent - 1)}) over budget: ${bare(
        toDate,
      )} spent${by}, budget ${bare(budget.amount)}.`;
    }
    if (state === 'heading-over' && forecast) {
      return `${month} is heading ${wholeText(
        beyond(forecast.amount),
        currency,
      )} (${percentText(
        (budget.forecast ?? 1) - 1,
      )}) over budget: ${ahead}, budget ${bare(budget.amount)}.`;
    }
    const where = state === 'near' ? 'near its budget' : 'within budget';
    return `${month} ${isOver ? 'was' : 'is'} ${where}: ${
      ahead ?? `${bare(toDate)} spent${by}`
    }, budget ${bare(budget.amount)}.`;
  }
  const whose = scope === 'mine' ? ' for what is yours' : '';
  const change =
    before?.change === undefined
      ? ''
      : `, ${percentText(before.change)} ${
          before.change < 0 ? 'less' : 'more'
        } than ${monthText(before.month)}${isOver ? '' : ' by then'}`;
  return isOver
    ? `${month} cost ${spent}${whose}${change}.`
    : `${month} has cost ${spent}${whose}${by}${change}.`;
}

function detailOf({ over, unattributed }: VerdictFacts): string | undefined {
  const named =
    over.length > MOST_NAMED
      ? [...over.slice(0, MOST_NAMED), `${over.length - MOST_NAMED} more`]
      : over;
  const parts = [
    ...(over.length
      ? [
          `${listText(named)} ${over.length === 1 ? 'is' : 'are'} over ${
            over.length === 1 ? 'its budget' : 'theirs'
          }`,
        ]
      : []),
    ...(unattributed
      ? [`${percentText(unattributed)} of the bill has no owner`]
      : []),
  ];
  if (parts.length === 0) return undefined;
  const [first] = parts;
  return `${first[0].toUpperCase()}${first.slice(1)}${parts
    .slice(1)
    .map(part => `; ${part}`)
    .join('')}.`;
}
