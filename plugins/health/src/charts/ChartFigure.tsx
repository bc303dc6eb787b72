import {
  formatQuantity,
  type HealthChart,
} from '@portico/plugin-health-common';
import { formatMinute } from '@portico/ui';
import { lazy, Suspense, type KeyboardEvent } from 'react';
import { axisScale } from './axis';
import styles from './Chart.module.css';
import { indexAt, useCrosshair } from './Crosshair';
import { Legend } from './Legend';
import { shownSeries, type Series } from './shownSeries';
import type { ChartMark } from './summarize';

const Plot = lazy(() => import('./Plot'));

const STEPS: Partial<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
};

/** `13:50: p95 512 ms, p50 210 ms`, spoken when the crosshair moves. */
function valuesAt(chart: HealthChart, shown: Series[], index: number): string {
  const values = shown.map(({ name, values: of }) => {
    const value = of[index];
    return `${name} ${
      value === null ? 'unknown' : formatQuantity({ value, unit: chart.unit })
    }`;
  });
  return `${formatMinute(new Date(chart.times[index]))}: ${values.join(', ')}`;
}

/** The lines with their legend. Takes focus: the arrow keys move the crosshair and speak the values. */
export function ChartFigure(props: {
  chart: HealthChart;
  /** Name and summary, for readers. */
  label: string;
  marks: ChartMark[];
  from: number;
  to: number;
}) {
  const { chart, label, marks, from, to } = props;
  const { time, setTime } = useCrosshair();
  const { shown, more } = shownSeries(chart.series);
  const index = indexAt(chart.times, time);
  const last = chart.times.length - 1;
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === 'Escape') setTime(undefined);
    if (step === undefined) return;
    event.preventDefault();
    const start = index ?? (step < 0 ? last + 1 : -1);
    setTime(chart.times[Math.max(0, Math.min(last, start + step))]);
  };
  return (
    <>
      <div
        className={styles.plot}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={index ?? last}
        aria-valuetext={valuesAt(chart, shown, index ?? last)}
        onKeyDown={move}
        onBlur={() => setTime(undefined)}
      >
        <div aria-hidden="true">
          <Suspense fallback={null}>
            <Plot
              chart={chart}
              shown={shown}
              scale={axisScale(chart)}
              marks={marks}
              from={from}
              to={to}
            />
          </Suspense>
        </div>
      </div>
      <Legend
        shown={shown}
        more={more}
        unit={chart.unit}
        times={chart.times}
        index={index}
      />
    </>
  );
}
