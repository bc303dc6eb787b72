import { Icon } from '@portico/ui';
import { useId } from 'react';
import { highlight, prettified } from './highlight';
import { LevelMark } from './LevelMark';
import { LogDetails } from './LogDetails';
import type { LogOptions } from './logOptions';
import type { LogRow } from './logRows';
import styles from './Logs.module.css';
import { isoTime } from './logTime';

function labelText(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

/** One line of a log; opens to what is known of it. */
export function LogLine(props: {
  row: LogRow;
  options: LogOptions;
  wraps: boolean;
  term: string;
  time: string;
  open: boolean;
  onToggle(): void;
}) {
  const { row, options, wraps, term, time, open, onToggle } = props;
  const id = useId();
  const line = options.prettifies || open ? prettified(row.line) : row.line;
  return (
    <>
      <div className={`${styles.line} ${wraps || open ? styles.wraps : ''}`}>
        {options.details && (
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={`Details of ${time || 'this line'}`}
            onClick={onToggle}
          >
            <Icon name={open ? 'down' : 'right'} size={10} />
          </button>
        )}
        {options.showTime && (
          <time dateTime={isoTime(row.at)} title={isoTime(row.at)}>
            {time}
          </time>
        )}
        <LevelMark level={row.level} />
        {row.count > 1 && (
          <span className={styles.count} title={`${row.count} like this`}>
            {row.count}×
          </span>
        )}
        {options.showLabels && (
          <span className={styles.labels}>{labelText(row.labels)}</span>
        )}
        <span className={styles.message}>
          {highlight(line, term).map(({ text, found }, index) =>
            found ? <mark key={index}>{text}</mark> : text,
          )}
        </span>
      </div>
      {open && <LogDetails row={row} id={id} />}
    </>
  );
}
