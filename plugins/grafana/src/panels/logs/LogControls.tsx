import styles from './Logs.module.css';

const number = (value: number) => value.toLocaleString('en-US');

/** What the reader searches for, how many lines hold it, and how lines are shown. */
export function LogControls(props: {
  term: string;
  onTerm(term: string): void;
  found: number;
  count: number;
  newestFirst: boolean;
  onOrder(newestFirst: boolean): void;
  wraps: boolean;
  onWrap(wraps: boolean): void;
}) {
  const { term, onTerm, found, count, newestFirst, wraps } = props;
  const all = count === 1 ? '1 line' : `${number(count)} lines`;
  return (
    <div className={styles.controls}>
      <input
        type="search"
        placeholder="Search in these lines"
        aria-label="Search in these lines"
        value={term}
        onChange={event => onTerm(event.target.value)}
      />
      <span role="status">{term ? `${number(found)} of ${all}` : all}</span>
      <button
        type="button"
        onClick={() => props.onOrder(!newestFirst)}
        title={newestFirst ? 'Show the oldest first' : 'Show the newest first'}
      >
        {newestFirst ? 'Newest first' : 'Oldest first'}
      </button>
      <button
        type="button"
        aria-pressed={wraps}
        onClick={() => props.onWrap(!wraps)}
      >
        Wrap
      </button>
    </div>
  );
}
