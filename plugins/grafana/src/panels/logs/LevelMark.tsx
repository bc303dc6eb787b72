import styles from './Logs.module.css';
import type { LogLevel } from './logLevel';

const square = <rect x="1" y="1" width="8" height="8" rx="1" />;

/** Each level's own outline on a grid of 10, so that colour is not needed to tell them apart. */
const SHAPES: Record<LogLevel, JSX.Element> = {
  critical: (
    <>
      {square}
      <path d="M3 3l4 4M7 3 3 7" className={styles.cut} />
    </>
  ),
  error: square,
  warning: <path d="M5 .8 9.6 9.2H.4Z" />,
  info: <circle cx="5" cy="5" r="3.4" />,
  debug: <circle cx="5" cy="5" r="3" className={styles.ring} />,
  trace: <path d="M1.5 5h7" className={styles.ring} />,
  unknown: (
    <circle
      cx="5"
      cy="5"
      r="3"
      className={styles.ring}
      strokeDasharray="2 1.4"
    />
  ),
};

const WORDS: Record<LogLevel, string> = {
  critical: 'critical',
  error: 'error',
  warning: 'warn',
  info: 'info',
  debug: 'debug',
  trace: 'trace',
  unknown: 'no level',
};

/** How grave a line is: shape, colour and word. */
export function LevelMark(props: { level: LogLevel }) {
  const { level } = props;
  return (
    <span className={styles.level} data-level={level}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        {SHAPES[level]}
      </svg>
      <span>{WORDS[level]}</span>
    </span>
  );
}
