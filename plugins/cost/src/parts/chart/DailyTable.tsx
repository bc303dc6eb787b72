import type { DailyChart } from '@portico/plugin-cost-common';
import { Table, Td, Th } from '@portico/ui';
import { dayWords } from '../dates';
import { formatAmount, formatWhole, sumOf } from '../money';
import styles from './DailyStack.module.css';

/** The numbers of a chart, newest day first, all series. */
export function DailyTable(props: { chart: DailyChart; label: string }) {
  const { chart, label } = props;
  const { days, series, forecast } = chart;
  const rows = days.map((day, at) => {
    const amounts = series.map(one => one.amounts[at]);
    const known = amounts.filter(it => it !== null);
    return { day, amounts, sum: known.length ? sumOf(known) : undefined };
  });
  const known = new Set(
    rows.filter(it => it.sum !== undefined).map(it => it.day),
  );
  return (
    <div className={styles.table}>
      <Table label={label}>
        <thead>
          <tr>
            <Th>Day</Th>
            {series.map(({ id, title }) => (
              <Th key={id} end>
                {title}
              </Th>
            ))}
            <Th end>Together</Th>
          </tr>
        </thead>
        <tbody>
          {forecast?.days
            .map((day, at) => (
              <tr key={day}>
                <Th scope="row">{dayWords(day)}</Th>
                <Td quiet colSpan={series.length}>
                  forecast
                </Td>
                <Td end quiet>
                  {formatWhole(forecast.amounts[at])}
                </Td>
              </tr>
            ))
            .reverse()}
          {rows
            .filter(
              ({ day }) => known.has(day) || !forecast?.days.includes(day),
            )
            .map(({ day, amounts, sum }) => (
              <tr key={day}>
                <Th scope="row">{dayWords(day)}</Th>
                {amounts.map((amount, at) => (
                  <Td key={series[at].id} end quiet={amount === null}>
                    {amount === null ? 'unknown' : formatAmount(amount)}
                  </Td>
                ))}
                <Td end quiet={sum === undefined}>
                  {sum === undefined ? 'unknown' : formatAmount(sum)}
                </Td>
              </tr>
            ))
            .reverse()}
        </tbody>
      </Table>
    </div>
  );
}
