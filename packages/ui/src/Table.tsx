import type { ReactNode, TdHTMLAttributes, ThHTMLAttributes } from 'react';
import { classes } from './classes';
import styles from './Table.module.css';

interface Look {
  /** At the right, for numbers and ages; does not break. */
  end?: boolean;
  /** Left out below 900 px. */
  wide?: boolean;
}

const cell = ({ end, wide }: Look, className?: string) =>
  classes(end && styles.end, wide && styles.wide, className) || undefined;

/** A dense table that scrolls inside itself, by keyboard too, where it is wider than its place. */
export function Table(props: {
  /** The table's name for readers. */
  label: string;
  className?: string;
  /** `<thead>` and `<tbody>` with `Th`, `Td` and `ReasonRow`. */
  children: ReactNode;
}) {
  const { label, className, children } = props;
  return (
    <div
      className={styles.scroll}
      role="group"
      aria-label={label}
      // A box that scrolls takes focus for the arrow keys.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes(styles.table, className)} aria-label={label}>
        {children}
      </table>
    </div>
  );
}

/** The head of a column, or with `scope="row"` the name of a row. */
export function Th(props: Look & ThHTMLAttributes<HTMLTableCellElement>) {
  const { end, wide, className, scope = 'col', ...rest } = props;
  return (
    <th scope={scope} className={cell({ end, wide }, className)} {...rest} />
  );
}

/** A cell; `quiet` for ages, units and what matters less, `nowrap` for what must not break. */
export function Td(
  props: Look & {
    quiet?: boolean;
    nowrap?: boolean;
  } & TdHTMLAttributes<HTMLTableCellElement>,
) {
  const { end, wide, quiet, nowrap, className, ...rest } = props;
  const more = classes(
    quiet && styles.quiet,
    nowrap && styles.nowrap,
    className,
  );
  return <td className={cell({ end, wide }, more)} {...rest} />;
}

/** The reason under a row, from its second column on; belongs to the row before. */
export function ReasonRow(props: { columns: number; children: ReactNode }) {
  return (
    <tr className={styles.reason}>
      <td />
      <td colSpan={props.columns - 1}>{props.children}</td>
    </tr>
  );
}
