import { Button, formatZone, Icon } from '@portico/ui';
import { useId, useState, type FormEvent } from 'react';
import { Drop } from '../parts/Drop';
import { useRange } from './RangeContext';
import styles from './RangePicker.module.css';
import { formatEnd, parseEnd, QUICK_RANGES, rangeWords } from './rangeWords';
import { spanOf, type TimeRange } from './TimeRange';

function Ends(props: { range: TimeRange; onApply(range: TimeRange): void }) {
  const { range, onApply } = props;
  const [from, setFrom] = useState(formatEnd(range.from));
  const [to, setTo] = useState(formatEnd(range.to));
  const [problem, setProblem] = useState<string>();
  const id = useId();
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const [start, end] = [parseEnd(from, false), parseEnd(to, true)];
    if (!start || !end) {
      const wrong = start ? to : from;
      setProblem(
        `“${wrong}” is no time. Write 2026-11-21 14:00, or now-6h for six hours ago.`,
      );
    } else if (!spanOf({ from: start, to: end })) {
      setProblem('The beginning has to lie before the end.');
    } else {
      onApply({ from: start, to: end });
    }
  };
  const field = (
    label: string,
    value: string,
    onChange: (typed: string) => void,
  ) => (
    <label>
      {label}
      <input
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={id}
        onChange={event => onChange(event.target.value)}
      />
    </label>
  );
  return (
    <form className={styles.ends} onSubmit={apply}>
      {field('From', from, setFrom)}
      {field('To', to, setTo)}
      <p
        id={id}
        className={problem ? styles.problem : styles.hint}
        role="status"
      >
        {problem ?? `Times are in ${formatZone(new Date())}.`}
      </p>
      <Button type="submit" look="primary">
        Show this range
      </Button>
    </form>
  );
}

/** Chooses the time that all panels show: quick ranges, from and to, steps back and forth, and more around it. */
export function RangePicker() {
  const { range, set, shift, zoomOut } = useRange();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = ({ from, to }: TimeRange) => {
    setAnchor(null);
    set({ from, to });
  };
  return (
    <div className={styles.picker} role="group" aria-label="Time range">
      <Button
        look="icon"
        aria-label="Half a range earlier"
        title="Half a range earlier"
        onClick={() => shift(-1)}
      >
        <Icon name="right" size={14} className={styles.left} />
      </Button>
      <Button
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <Icon name="clock" size={14} />
        {rangeWords(range)}
        <Icon name="down" size={12} />
      </Button>
      <Button
        look="icon"
        aria-label="Half a range later"
        title="Half a range later"
        onClick={() => shift(1)}
      >
        <Icon name="right" size={14} />
      </Button>
      <Button
        look="icon"
        aria-label="Zoom out"
        title="Zoom out: twice the range"
        onClick={zoomOut}
      >
        <ZoomOut />
      </Button>
      <Drop
        label="Time range"
        anchor={anchor}
        side="right"
        onClose={() => setAnchor(null)}
      >
        <div className={styles.panel}>
          <Ends
            key={`${range.from} ${range.to}`}
            range={range}
            onApply={choose}
          />
          <ul className={styles.quick} aria-label="Quick ranges">
            {QUICK_RANGES.map(quick => (
              <li key={quick.words}>
                <button
                  type="button"
                  aria-pressed={
                    quick.from === range.from && quick.to === range.to
                  }
                  onClick={() => choose(quick)}
                >
                  {quick.words}
                </button>
              </li>
            ))}
          </ul>
        </div>
      </Drop>
    </div>
  );
}

function ZoomOut() {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M11.7 7a4.7 4.7 0 1 1-9.4 0 4.7 4.7 0 0 1 9.4 0ZM10.5 10.5 14 14M5 7h4" />
    </svg>
  );
}
