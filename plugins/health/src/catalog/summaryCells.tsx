import {
  HEALTH_STATES,
  type HealthSummary,
} from '@portico/plugin-health-common';
import {
  ErrorState,
  errorWords,
  formatRoughly,
  State,
  type Live,
} from '@portico/ui';
import type { ReactNode } from 'react';
import type { Summaries } from '../hooks/useSummaries';
import { FigureText } from '../parts/FigureText';
import { LastHour } from '../parts/LastHour';
import { STATE_WORDS } from '../parts/stateWords';
import styles from './summaryCells.module.css';

/** What a cell of a list shows of a service that has a verdict. */
export const CELLS: Record<
  string,
  (item: HealthSummary, now: Date) => ReactNode
> = {
  health: ({ state, since }, now) => (
    <span title={`since ${since}`}>
      <State state={state}>
        {STATE_WORDS[state]}
        {state !== 'healthy' &&
          ` ${formatRoughly((now.getTime() - Date.parse(since)) / 1000)}`}
      </State>
    </span>
  ),
  p95: ({ figures }) => <FigureText figure={figures.latencyP95Seconds} />,
  errors: ({ figures }) => <FigureText figure={figures.errorRatio} />,
  budget: ({ figures }) => (
    <FigureText figure={figures.errorBudgetLeft} absent="no objective" />
  ),
  hour: item => <LastHour item={item} />,
};

/** The cell of a row: its value, nothing while it is being read, why there is none. */
export function summaryCell(
  live: Live<Summaries>,
  column: string,
  entityRef: string,
  now: Date,
): ReactNode {
  const item = live.value?.get(entityRef);
  if (item) return CELLS[column](item, now);
  if (live.value?.has(entityRef)) {
    return column === 'health' ? (
      <span
        className={styles.quiet}
        title="Libraries and documentation have no verdict, and new components none before the next collection."
      >
        no verdict
      </span>
    ) : (
      <span className={styles.quiet}>none</span>
    );
  }
  if (!live.error) {
    return <i className={styles.waiting} aria-label="Loading" />;
  }
  return column === 'health' ? (
    <State state="unknown" />
  ) : (
    <span className={styles.quiet}>unknown</span>
  );
}

/** Why the columns say less than usual; nothing while health answers. */
export function summaryNote({ value, error, reload }: Live<Summaries>) {
  if (!error) return undefined;
  return (
    <ErrorState
      inline
      state={value ? 'stale' : 'unknown'}
      what={
        value
          ? 'Health has not answered; the columns show what it said last.'
          : 'Unknown: health has not answered.'
      }
      why={errorWords(error)}
      retry={reload}
    />
  );
}

/** Worst first; what has no verdict comes last. */
export function compareSummaries(summaries: Summaries | undefined) {
  const rank = (ref: string) => {
    const item = summaries?.get(ref);
    return item ? HEALTH_STATES.indexOf(item.state) : HEALTH_STATES.length;
  };
  return (a: string, b: string) => rank(a) - rank(b);
}
