import styles from './Values.module.css';

/** In place of values, where none of the fields is one that the panel shows. */
export function NoValues() {
  return <p className={styles.nothing}>No values</p>;
}
