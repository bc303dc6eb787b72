import { ChoiceField } from '@portico/ui';
import { monthsBack, monthTitle } from '../parts/dates';
import type { TabView } from './useTabView';

const MONTHS = 13;

/** The month of today in UTC, as bills have it. */
const thisMonth = () => new Date().toISOString().slice(0, 7);

/** Which month, and in which metric. */
export function MonthChoices(props: { view: TabView; month: string }) {
  const { view, month } = props;
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
          { value: 'effective', title: 'Amortised' },
          { value: 'billed', title: 'Billed' },
        ]}
        onChange={value =>
          view.change({ metric: value === 'billed' ? value : undefined })
        }
      />
    </>
  );
}
