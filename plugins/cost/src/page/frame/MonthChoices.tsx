import { ChoiceField } from '@portico/ui';
import { monthsBack, monthTitle } from '../../parts/dates';
import type { usePageQuery } from './usePageQuery';

const MONTHS = 13;

/** The month of today in UTC, as bills have it. */
export const thisMonth = () => new Date().toISOString().slice(0, 7);

/** Which month, and in which metric. */
export function MonthChoices(props: {
  view: Pick<ReturnType<typeof usePageQuery>, 'query' | 'change'>;
  /** `YYYY-MM`, as it is shown. */
  month: string;
  /** Stands behind the metric, where one currency holds for all of the page. */
  currency?: string;
}) {
  const { view, month, currency } = props;
  const unit = currency ? `, ${currency}` : '';
  const months = monthsBack(thisMonth(), MONTHS);
  if (!months.includes(month)) months.push(month);
  return (
    <>
      <ChoiceField
        label="Month"
        wide
        value={month}
        choices={months.map(value => ({ value, title: monthTitle(value) }))}
        onChange={value =>
          view.change({ month: value === thisMonth() ? undefined : value })
        }
      />
      <ChoiceField
        label="Metric"
        wide
        value={view.query.metric}
        choices={[
          { value: 'effective', title: `Amortised${unit}` },
          { value: 'billed', title: `Billed${unit}` },
        ]}
        onChange={value =>
          view.change({ metric: value === 'billed' ? value : undefined })
        }
      />
    </>
  );
}
