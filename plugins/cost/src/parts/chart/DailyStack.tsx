import type { Amount } from '@portico/plugin-cost-common';
import { useState, type KeyboardEvent } from 'react';
import { dayWords } from '../dates';
import { Key } from '../Key';
import { formatAmount } from '../money';
import { useWidth } from '../useWidth';
import { Columns } from './Columns';
import styles from './DailyStack.module.css';
import type { Stack } from './stack';
import { columnWords } from './stackWords';

/** Before the place is measured. */
const WIDTH = 640;

const STEPS: Partial<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -7,
  PageDown: 7,
  Home: -Infinity,
  End: Infinity,
};

/** On the day that is pointed at. */
function valueWords(amounts: (Amount | null)[], pointed: number): string {
  const amount = amounts[pointed];
  return amount === null ? 'unknown' : formatAmount(amount);
}

function Legend(props: { stack: Stack; pointed?: number }) {
  const { stack, pointed } = props;
  const { series, forecastFrom } = stack;
  return (
    <ul className={styles.legend}>
      {series.map(({ id, title, look, amounts }) => (
        <li key={id}>
          <Key look={look} />
          {title}{' '}
          {pointed !== undefined && <b>{valueWords(amounts, pointed)}</b>}
        </li>
      ))}
      {forecastFrom !== undefined && (
        <li>
          <Key look="forecast" />
          forecast
        </li>
      )}
      {pointed !== undefined && (
        <li className={styles.moment}>on {dayWords(stack.days[pointed])}</li>
      )}
    </ul>
  );
}

/** Stacked columns with their legend. Takes focus: the arrow keys go from day to day and speak the values. */
export function DailyStack(props: {
  stack: Stack;
  /** Name and summary, for readers. */
  label: string;
  currency: string;
  /** In px; 220 unless told. */
  height?: number;
}) {
  const { stack, label, currency, height = 220 } = props;
  const { ref, width } = useWidth(WIDTH);
  const [pointed, setPointed] = useState<number>();
  const last = stack.days.length - 1;
  const known = (stack.forecastFrom ?? stack.days.length) - 1;
  const at = pointed ?? Math.max(0, known);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === 'Escape') setPointed(undefined);
    if (step === undefined) return;
    event.preventDefault();
    const start = pointed ?? (step < 0 ? known + 1 : -1);
    setPointed(Math.max(0, Math.min(last, start + step)));
  };
  return (
    <>
      <div
        ref={ref}
        className={styles.plot}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={columnWords(stack, at, currency)}
        onKeyDown={move}
        onBlur={() => setPointed(undefined)}
      >
        <div aria-hidden="true">
          <Columns
            stack={stack}
            width={width}
            height={height}
            pointed={pointed}
            onPoint={setPointed}
          />
        </div>
      </div>
      <Legend stack={stack} pointed={pointed} />
    </>
  );
}
