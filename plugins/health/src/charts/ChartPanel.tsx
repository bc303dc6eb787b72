import type { HealthChart } from '@portico/plugin-health-common';
import {
  Button,
  EmptyState,
  ErrorState,
  errorWords,
  Icon,
  Section,
  TextLink,
  Time,
  Waiting,
  type Live,
} from '@portico/ui';
import { useState } from 'react';
import { axisScale } from './axis';
import styles from './Chart.module.css';
import { ChartFigure } from './ChartFigure';
import { ChartTable } from './ChartTable';
import { isEmpty } from './shownSeries';
import { summarize, type ChartMark } from './summarize';

/** A chart and the time that was asked for. */
export interface ChartOverTime {
  chart: HealthChart;
  /** Milliseconds since 1970. */
  from: number;
  to: number;
}

/** A chart with its name, a summary in words, and its numbers behind *Table*. */
export function ChartPanel(props: {
  title: string;
  live: Live<ChartOverTime>;
  marks: ChartMark[];
  className?: string;
}) {
  const { title, live, marks, className } = props;
  const { value, error, reload } = live;
  const [asTable, setAsTable] = useState(false);
  if (!value) {
    return (
      <Section
        title={title}
        className={className}
        tone={error ? 'stale' : 'fine'}
      >
        <div className={styles.waiting}>
          {error ? (
            <ErrorState
              what={`${title}: nobody could say`}
              why={errorWords(error)}
              retry={reload}
            />
          ) : (
            <Waiting rows={5} what={title} />
          )}
        </div>
      </Section>
    );
  }
  const { chart, from, to } = value;
  const summary = summarize(chart, marks);
  const empty = isEmpty(chart);
  return (
    <Section
      title={title}
      className={className}
      tone={error ? 'stale' : 'fine'}
      qualifier={axisScale(chart).unit}
      meta={
        <>
          {!empty && (
            <Button
              look="text"
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              <Icon name="table" size={12} />
              Table
            </Button>
          )}
          {chart.source.url ? (
            <TextLink to={chart.source.url}>{chart.source.title}</TextLink>
          ) : (
            chart.source.title
          )}
          <Time at={chart.asOf} form="clock" />
        </>
      }
    >
      {error && (
        <ErrorState
          inline
          state="stale"
          what="Not current."
          why={errorWords(error)}
          retry={reload}
        />
      )}
      {empty ? (
        <div className={styles.waiting}>
          <EmptyState
            what="No values in this time"
            why={`${chart.source.title} has none for this environment.`}
          />
        </div>
      ) : (
        <>
          <p className={styles.summary}>{summary}</p>
          {asTable ? (
            <ChartTable chart={chart} label={`${title}, numbers`} />
          ) : (
            <ChartFigure
              chart={chart}
              label={`${title}. ${summary}`}
              marks={marks}
              from={from}
              to={to}
            />
          )}
        </>
      )}
    </Section>
  );
}
