import type { HealthSignal } from '@portico/plugin-health-common';
import { Icon, StateShape, TextLink, Time } from '@portico/ui';
import { Changing } from '../parts/Changing';
import { besideWords, fineWords, valueWords } from '../parts/stateWords';
import styles from './Reasons.module.css';

const SHOWN = 5;
const FINE_SHOWN = 6;

function Reason(props: { rank: number; signal: HealthSignal }) {
  const { rank, signal } = props;
  const { stale, state, silence, evidence, since } = signal;
  const value = valueWords(signal);
  return (
    <li>
      <span className={styles.rank}>{rank}</span>
      <span className={styles.what}>
        <StateShape
          state={silence ? 'silenced' : stale?.state ?? state}
          stale={stale !== undefined}
        />
        <span>{signal.title}</span>
      </span>
      <span className={`${styles.value} ${stale ? styles.old : ''}`}>
        <Changing value={value}>{value}</Changing>
      </span>
      <span className={styles.beside}>
        {stale ? (
          <>
            last seen <Time at={stale.lastSeenAt} form="clock" />
          </>
        ) : (
          besideWords(signal)
        )}
        {silence && (
          <>
            {' '}
            silenced by {silence.by} until{' '}
            <Time at={silence.until} form="minute" />
          </>
        )}
      </span>
      <span className={styles.since}>
        {since && (
          <>
            since <Time at={since} />
          </>
        )}
      </span>
      <span className={styles.evidence}>
        {evidence && <TextLink to={evidence.url}>{evidence.title}</TextLink>}
      </span>
    </li>
  );
}

/** Why, most important first, each with its value, its limit, since when and where to check. */
export function Reasons(props: {
  reasons: HealthSignal[];
  /** Where all of them stand. */
  more?: string;
}) {
  const { reasons, more } = props;
  if (reasons.length === 0) return null;
  return (
    <>
      <ol className={styles.reasons} aria-label="Reasons">
        {reasons.slice(0, SHOWN).map((signal, index) => (
          <Reason key={signal.id} rank={index + 1} signal={signal} />
        ))}
      </ol>
      {reasons.length > SHOWN && more && (
        <p className={styles.more}>
          <TextLink to={more}>All {reasons.length} reasons</TextLink>
        </p>
      )}
    </>
  );
}

/** What was checked and is fine. */
export function RuledOut(props: { signals: HealthSignal[]; intro: string }) {
  const { intro } = props;
  // How fast a budget burns says no more than that it is left.
  const signals = props.signals.filter(({ kind }) => kind !== 'burn-rate');
  if (signals.length === 0) return null;
  const left = signals.length - FINE_SHOWN;
  return (
    <p className={styles.out}>
      {intro}
      {signals.slice(0, FINE_SHOWN).map(signal => (
        <span key={signal.id}>
          <Icon name="tick" size={12} />
          {fineWords(signal)}
        </span>
      ))}
      {left > 0 && <span>and {left} more</span>}
    </p>
  );
}
