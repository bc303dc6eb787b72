import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Figure.module.css';
import rule from './Rule.module.css';
import type { SectionTone } from './Section';

/** Four figures in a row, two where it is narrow. */
export function Figures(props: { children: ReactNode }) {
  return <div className={styles.figures}>{props.children}</div>;
}

/** One number under its rule: label, value with unit, what it compares to, a small chart. */
export function Figure(props: {
  label: string;
  /** At the right of the label: a state or the period. */
  aside?: ReactNode;
  /** The number or word; "unknown" where nobody could tell. */
  value: ReactNode;
  unit?: string;
  /** Under the value: objective, limit, change. */
  comparison?: ReactNode;
  tone?: SectionTone;
  /** A chart, under everything. */
  children?: ReactNode;
}) {
  const { label, aside, value, unit, comparison, tone = 'fine' } = props;
  return (
    <div
      className={classes(styles.figure, rule[tone])}
      role="group"
      aria-label={label}
    >
      <div className={styles.label}>
        <span>{label}</span>
        {aside && <span>{aside}</span>}
      </div>
      <div className={classes(styles.value, tone === 'stale' && styles.old)}>
        {value}
        {unit && <small>{`\u00a0${unit}`}</small>}
      </div>
      {comparison && <div className={styles.comparison}>{comparison}</div>}
      {props.children && <div className={styles.chart}>{props.children}</div>}
    </div>
  );
}
