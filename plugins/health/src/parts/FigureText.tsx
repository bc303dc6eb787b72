import { formatQuantity, type Figure } from '@portico/plugin-health-common';
import { VisuallyHidden } from '@portico/ui';
import styles from './FigureText.module.css';

/**
 * A figure in a list: the number, in weight and colour where it is past its limit; "none" where there is nothing
 * to divide; a question mark, read "unknown", where nobody could tell.
 */
export function FigureText(props: {
  figure: Figure | undefined;
  /** What it means that there is no such figure; unknown unless told. */
  absent?: string;
  /** Writes "unknown" rather than a question mark. */
  words?: boolean;
}) {
  const { figure, absent, words } = props;
  if (!figure && absent) return <span className={styles.quiet}>{absent}</span>;
  if (figure && 'value' in figure) {
    return (
      <span className={styles[figure.state]}>
        {formatQuantity(figure.value)}
      </span>
    );
  }
  if (figure && 'none' in figure) {
    return (
      <span className={styles.quiet} title={figure.none}>
        {words ? figure.none : 'none'}
      </span>
    );
  }
  const title = figure?.unknown ?? 'unknown';
  return (
    <span className={styles.quiet} title={title}>
      {words ? (
        'unknown'
      ) : (
        <>
          <span aria-hidden="true">?</span>
          <VisuallyHidden>unknown</VisuallyHidden>
        </>
      )}
    </span>
  );
}
