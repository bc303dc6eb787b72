import type { DailyChart } from '@portico/plugin-cost-common';
import { Button, EmptyState, Icon, Section } from '@portico/ui';
import { useMemo, useState, type ReactNode } from 'react';
import styles from './DailyStack.module.css';
import { DailyStack } from './DailyStack';
import { DailyTable } from './DailyTable';
import { stackOf } from './stack';
import { summaryOf } from './stackWords';

/** Days as stacked columns with their name, a summary in words, and all numbers behind *Table*. */
export function DailyPanel(props: {
  /** e.g. `By team, each day`. */
  title: string;
  chart: DailyChart;
  currency: string;
  /** In the head before *Table*: choices, kind and currency. */
  meta?: ReactNode;
  /** Of the columns, in px. */
  height?: number;
  className?: string;
}) {
  const { title, chart, currency, meta, height, className } = props;
  const [asTable, setAsTable] = useState(false);
  const stack = useMemo(() => stackOf(chart), [chart]);
  const summary = summaryOf(stack, currency);
  const empty = stack.days.length === 0 || stack.series.length === 0;
  return (
    <Section
      title={title}
      className={className}
      meta={
        <>
          {meta}
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
        </>
      }
    >
      {empty ? (
        <EmptyState
          what="No days to show"
          why="No bill of this month is known yet."
        />
      ) : (
        <>
          <p className={styles.summary}>{summary}</p>
          {asTable ? (
            <DailyTable chart={chart} label={`${title}, numbers`} />
          ) : (
            <DailyStack
              stack={stack}
              label={`${title}. ${summary}`}
              currency={currency}
              height={height}
            />
          )}
        </>
      )}
    </Section>
  );
}
