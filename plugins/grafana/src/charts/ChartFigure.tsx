import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { indexAt, usePointed, type Crosshair } from '../crosshair';
import styles from './Charts.module.css';

const STEPS: Partial<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
};

/** A drawing that takes focus: the arrow keys move the crosshair and speak the values. */
export function ChartFigure(props: {
  /** Name and summary, for readers. */
  label: string;
  /** Where values are, ascending: milliseconds since 1970, or places 0, 1, 2 … */
  xs: readonly number[];
  crosshair: Crosshair;
  /** The values at one of them, in words. */
  wordsAt(index: number): string;
  /** CSS pixels. */
  width: number;
  height: number;
  children: ReactNode;
}) {
  const { label, xs, crosshair, wordsAt, width, height, children } = props;
  const { store, id } = crosshair;
  const [focused, setFocused] = useState(false);
  const pointed = usePointed(store);
  const last = Math.max(0, xs.length - 1);
  const at = focused ? indexAt(xs, pointed?.time) : undefined;
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') store.clear(id);
    const step = STEPS[event.key];
    if (step === undefined || xs.length === 0) return;
    event.preventDefault();
    const start = at ?? (step < 0 ? last + 1 : -1);
    const next = Math.max(0, Math.min(last, start + step));
    store.set({ time: xs[next], by: id });
  };
  return (
    <div
      className={styles.plot}
      style={{ width, height }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at ?? last}
      aria-valuetext={xs.length > 0 ? wordsAt(at ?? last) : 'no values'}
      onKeyDown={move}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        store.clear(id);
      }}
    >
      <div aria-hidden="true">{children}</div>
    </div>
  );
}
