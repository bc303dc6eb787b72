import type { SourceStatus } from '@portico/plugin-sources-common';
import {
  formatLasting,
  Icon,
  ReasonRow,
  State,
  StateShape,
  Td,
  Th,
  Time,
} from '@portico/ui';
import { useId, useState } from 'react';
import { credentialOf } from '../model/credential';
import { formatCoverage, formatLatency } from '../model/figures';
import { standingOf } from '../model/standing';
import { SourceDetail } from './SourceDetail';
import styles from './SourceTable.module.css';

/** The columns of the table. */
export const COLUMNS = [
  { title: 'System' },
  { title: 'State' },
  { title: 'Since' },
  { title: 'Last success', wide: true },
  { title: 'Latency', wide: true, end: true },
  { title: 'Credential' },
  { title: 'Came back', wide: true },
];

function Since({ since, now }: { since?: string; now: Date }) {
  if (!since) return <span className={styles.quiet}>unknown</span>;
  const seconds = (now.getTime() - Date.parse(since)) / 1000;
  return (
    <>
      <Time at={since} />{' '}
      <span className={styles.quiet}>{formatLasting(seconds)}</span>
    </>
  );
}

function CameBack({ coverage }: SourceStatus) {
  if (coverage.length === 0) {
    return <span className={styles.quiet}>not counted</span>;
  }
  return (
    <>
      {coverage.map(one => (
        <span
          key={`${one.by} ${one.at}`}
          className={styles.line}
          title={one.message}
        >
          {formatCoverage(one)}
        </span>
      ))}
    </>
  );
}

function Credential({ source, now }: { source: SourceStatus; now: Date }) {
  const { words, warns } = credentialOf(source, now);
  const look = words === 'unknown' || words === 'needs none';
  const quiet = look ? styles.quiet : undefined;
  return <span className={warns ? styles.warns : quiet}>{words}</span>;
}

/** One source: how it stands, since when, and the reason where it does not stand well; opens to all that is known. */
export function SourceRow(props: {
  source: SourceStatus;
  /** What tells it from others of its vendor. */
  instance: string;
  /** The first of its vendor. */
  isFirst: boolean;
  /** Open from the start, since a link led to it. */
  isMarked: boolean;
  now: Date;
  mayCheck: boolean;
  check(id: string): Promise<void>;
}) {
  const { source, instance, isFirst, isMarked, now, mayCheck, check } = props;
  const [chosen, setChosen] = useState<boolean>();
  const id = useId();
  const { state, word, reason } = standingOf(source, now);
  const isOpen = chosen ?? isMarked;
  return (
    <>
      <tr
        data-first={isFirst || undefined}
        aria-current={isMarked || undefined}
      >
        <Th scope="row" className={styles.name}>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setChosen(!isOpen)}
          >
            <Icon name={isOpen ? 'down' : 'right'} size={12} />
            <span>
              {source.title} {instance && <span>{instance}</span>}
            </span>
          </button>
        </Th>
        <Td nowrap className={styles.state}>
          {state === 'healthy' ? (
            // What is fine stays quiet.
            <span className={styles.fine}>
              <StateShape state={state} />
              {word}
            </span>
          ) : (
            <State state={state}>{word}</State>
          )}
        </Td>
        <Td nowrap className={styles.since}>
          <Since since={source.since} now={now} />
        </Td>
        <Td nowrap wide>
          {source.lastSuccess ? (
            <Time at={source.lastSuccess} />
          ) : (
            <span className={styles.quiet}>none yet</span>
          )}
        </Td>
        <Td end wide>
          {source.check?.latencyMs === undefined ? (
            <span className={styles.quiet}>unknown</span>
          ) : (
            formatLatency(source.check.latencyMs)
          )}
        </Td>
        <Td className={styles.credential}>
          <Credential source={source} now={now} />
        </Td>
        <Td wide>
          <CameBack {...source} />
        </Td>
      </tr>
      {reason && <ReasonRow columns={COLUMNS.length}>{reason}</ReasonRow>}
      {isOpen && (
        <tr className={styles.detail}>
          <td colSpan={COLUMNS.length} id={id}>
            <SourceDetail source={source} mayCheck={mayCheck} check={check} />
          </td>
        </tr>
      )}
    </>
  );
}
