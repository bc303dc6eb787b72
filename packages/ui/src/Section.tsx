import { ReactNode, useId } from 'react';
import { classes } from './classes';
import rule from './Rule.module.css';
import styles from './Section.module.css';

/** What the rule over a section says: fine, bad news, or not current. */
export type SectionTone = 'fine' | 'warn' | 'bad' | 'stale';

/** A section that hangs from its rule: title, qualifier, source and age at the right, content. */
export function Section(props: {
  title?: ReactNode;
  /** Names the section for readers where it has no title. */
  label?: string;
  /** Beside the title, quieter. */
  qualifier?: ReactNode;
  /** At the right of the head: source, age, links, buttons. */
  meta?: ReactNode;
  tone?: SectionTone;
  /** `alert` is read out as soon as it appears. */
  role?: 'alert' | 'status';
  /** Places the section in a grid. */
  className?: string;
  children?: ReactNode;
}) {
  const { title, label, qualifier, meta, tone = 'fine' } = props;
  const id = useId();
  return (
    <section
      className={classes(styles.section, rule[tone], props.className)}
      role={props.role}
      aria-labelledby={title ? id : undefined}
      aria-label={title ? undefined : label}
    >
      {(title || qualifier || meta) && (
        <header className={styles.header}>
          {title && <h2 id={id}>{title}</h2>}
          {qualifier && <span className={styles.qualifier}>{qualifier}</span>}
          {meta && <div className={styles.meta}>{meta}</div>}
        </header>
      )}
      {props.children}
    </section>
  );
}
