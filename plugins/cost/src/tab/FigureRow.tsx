import type { EntityCost, MonthStanding } from '@portico/plugin-cost-common';
import { Figure, Figures } from '@portico/ui';
import { BudgetBar } from '../parts/BudgetBar';
import { BudgetLine } from '../parts/BudgetLine';
import { BUDGET_FROM, budgetTone } from '../parts/budgetWords';
import { Change } from '../parts/Change';
import { beforeWords, monthName } from '../parts/dates';
import { formatAmount, formatChange, formatWhole } from '../parts/money';
import { Spark13 } from '../parts/Spark13';

/** `19 of 30 days; 1 to 19 October cost 230.20 (+16.6 %)`. */
function comparison({ standing }: EntityCost): string {
  const { before, daysKnown, days } = standing;
  const known =
    daysKnown === days ? `all ${days} days` : `${daysKnown} of ${days} days`;
  if (!before) return `${known}; nothing is known of the month before`;
  const change =
    before.change === undefined ? '' : ` (${formatChange(before.change)})`;
  return `${known}; ${beforeWords(standing)} cost ${formatAmount(
    before.amount,
  )}${change}`;
}

const capital = (words: string) =>
  words.charAt(0).toUpperCase() + words.slice(1);

/** The whole month before, as far as it is known. */
function lastMonth({ months, standing }: EntityCost) {
  const found = months.find(it => it.month === standing.before?.month);
  return found?.amount ? { ...found, amount: found.amount } : undefined;
}

/** The forecast's range, or why there is none. */
function forecastWords({ forecast, daysKnown, days }: MonthStanding): string {
  if (forecast) {
    const { low, high } = forecast;
    return `likely between ${formatWhole(low)} and ${formatWhole(high)}`;
  }
  return daysKnown === days ? 'the month is over' : 'too few days are known';
}

/** To date, to come, what may be spent, and what one of something costs. */
export function FigureRow({ cost }: { cost: EntityCost }) {
  const { standing, basis, months, unitCosts } = cost;
  const { currency } = basis;
  const { forecast, budget } = standing;
  const unit = unitCosts[0];
  const last = lastMonth(cost);
  return (
    <Figures>
      <Figure
        label={
          standing.daysKnown === standing.days
            ? monthName(standing.month)
            : 'Month to date'
        }
        value={formatAmount(standing.toDate)}
        unit={currency}
        comparison={comparison(cost)}
      >
        <Spark13
          months={months.map(it => it.forecast ?? it.amount)}
          currency={currency}
          height={28}
        />
      </Figure>
      <Figure
        label="Forecast"
        aside={forecast && 'to the end of the month'}
        value={forecast ? formatWhole(forecast.amount) : 'none'}
        unit={forecast && currency}
        comparison={forecastWords(standing)}
      />
      <Figure
        label="Budget"
        aside={budget && `from ${BUDGET_FROM[budget.from]}`}
        tone={budgetTone(standing)}
        value={budget ? formatWhole(budget.amount) : 'none'}
        unit={budget && currency}
        comparison={
          budget ? (
            <BudgetLine standing={standing} currency={currency} />
          ) : (
            'portico/cost-budget: 400 USD would set one'
          )
        }
      >
        <BudgetBar standing={standing} currency={currency} legend />
      </Figure>
      {unit ? (
        <Figure
          label={capital(unit.title)}
          value={formatAmount(unit.amount)}
          unit={currency}
          comparison={
            <>
              <Change ratio={unit.change} against={beforeWords(standing)} />,{' '}
              {unit.basis}
            </>
          }
        />
      ) : (
        last && (
          <Figure
            label={monthName(last.month)}
            value={formatWhole(last.amount)}
            unit={currency}
            comparison="the whole month before"
          />
        )
      )}
    </Figures>
  );
}
