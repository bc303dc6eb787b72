import styles from './PanelFrame.module.css';

/** What came of a copy, for a moment. */
export function Said(props: { said?: { words: string; failed?: boolean } }) {
  const { said } = props;
  return (
    <span
      role="status"
      data-copy="no"
      className={said && !said.failed ? styles.told : undefined}
    >
      {said?.words}
    </span>
  );
}
