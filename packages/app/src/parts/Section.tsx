import { ReactNode, useId } from 'react';
import styles from './Section.module.css';

/** What the rule over a section says: fine, bad news, or not current. */
export type SectionTone = 'fine' | 'warn' | 'bad' | 'stale';

/** A section that hangs from its rule: title, qualifier, source and age at the right, content. */
export function Section(props: {
  title: ReactNode;
  qualifier?: ReactNode;
  meta?: ReactNode;
  tone?: SectionTone;
  children?: ReactNode;
}) {
  const { title, qualifier, meta, tone = 'fine', children } = props;
  const id = useId();
  return (
    <section
      className={`${styles.section} ${styles[tone]}`}
      aria-labelledby={id}
    >
      <header className={styles.header}>
        <h2 id={id}>{title}</h2>
        {qualifier && <span className={styles.qualifier}>{qualifier}</span>}
        {meta && <div className={styles.meta}>{meta}</div>}
      </header>
      {children}
    </section>
  );
}
