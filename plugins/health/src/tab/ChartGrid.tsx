import type { ChartId, HealthChart } from '@portico/plugin-health-common';
import { ChartPanel } from '../charts/ChartPanel';
import type { ChartMark } from '../charts/summarize';
import styles from './HealthTab.module.css';
import type { Range } from './ranges';
import { useChart } from './useChart';

const SHOWN: { chart: ChartId; title: string }[] = [
  { chart: 'requests', title: 'Requests' },
  { chart: 'errors', title: 'Error ratio' },
  { chart: 'latency', title: 'Latency' },
  { chart: 'saturation', title: 'Saturation' },
];

interface ChartOptions {
  entityRef: string;
  range: Range;
  environment: string;
  marks: ChartMark[];
  onChart(chart: HealthChart): void;
}

function Chart(props: ChartOptions & (typeof SHOWN)[number]) {
  const { entityRef, range, environment, marks, chart, title, onChart } = props;
  const live = useChart(entityRef, { chart, range, environment }, onChart);
  return (
    <ChartPanel
      title={title}
      live={live}
      marks={marks}
      className={styles.six}
    />
  );
}

/** How much is asked of it, how it answers, and what limits it: two by two. */
export function ChartGrid(props: ChartOptions) {
  return (
    <div className={styles.grid}>
      {SHOWN.map(one => (
        <Chart key={one.chart} {...props} {...one} />
      ))}
    </div>
  );
}
