import {
  formatQuantity,
  type HealthChart,
} from '@portico/plugin-health-common';
import { formatMinute, formatSince, Table, Td, Th } from '@portico/ui';
import styles from './Chart.module.css';

const DAY_MS = 86_400_000;

/** The numbers of a chart, newest first, all series. */
export function ChartTable(props: { chart: HealthChart; label: string }) {
  const { chart, label } = props;
  const { times, series, unit } = chart;
  const days = times.at(-1)! - times[0] > DAY_MS;
  return (
    <div className={styles.table}>
      <Table label={label}>
        <thead>
          <tr>
            <Th>Time</Th>
            {series.map(({ name }) => (
              <Th key={name} end>
                {name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times
            .map((time, index) => (
              <tr key={time}>
                <Td nowrap>
                  {days && `${formatSince(new Date(time))} `}
                  {formatMinute(new Date(time))}
                </Td>
                {series.map(({ name, values }) => (
                  <Td key={name} end quiet={values[index] === null}>
                    {values[index] === null
                      ? 'unknown'
                      : formatQuantity({ value: values[index], unit })}
                  </Td>
                ))}
              </tr>
            ))
            .reverse()}
        </tbody>
      </Table>
    </div>
  );
}
