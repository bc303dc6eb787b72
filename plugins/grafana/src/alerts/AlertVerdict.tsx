import type { GrafanaAlertList } from '@portico/plugin-grafana-common';
import { formatClock, StateShape, type Live } from '@portico/ui';
import { problemWords } from '../problems/problemWords';
import styles from './Alerts.module.css';
import { alertSentence } from './alertWords';

/** The page's first line: how many rules fire. */
export function AlertVerdict({ live }: { live: Live<GrafanaAlertList> }) {
  const { value, error } = live;
  if (!value) {
    return (
      <p className={styles.verdict} role="status">
        {error && (
          <>
            <StateShape state="unknown" size={18} />
            <span>
              <b>Alerts are unknown.</b> {problemWords(error).what}.
            </span>
          </>
        )}
      </p>
    );
  }
  const { bold, rest, state } = alertSentence(value);
  return (
    <p className={styles.verdict} role="status">
      <StateShape state={state} size={18} stale={error !== undefined} />
      <span>
        <b>{bold}</b> {rest}
        {error &&
          ` ${problemWords(error).what}; showing ${formatClock(
            new Date(value.asOf),
          )}.`}
      </span>
    </p>
  );
}
