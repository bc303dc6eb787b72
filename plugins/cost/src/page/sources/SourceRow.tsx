import type { CostSourceStanding } from '@portico/plugin-cost-common';
import { Button, State, Td, Th, Time } from '@portico/ui';
import { dayWords, monthTitle } from '../../parts/dates';
import { priceWords } from './priceWords';
import styles from './SourcesTab.module.css';

const SHOWN_DAYS = 5;

const ROLES: Record<NonNullable<CostSourceStanding['role']>, string> = {
  bill: 'a bill',
  comparison: 'to compare with, in no sum',
  allocation: 'says how clusters are split, in no sum',
  units: 'counts what costs are divided by, in no sum',
};

/** `19 Nov`, with its year where that is another. */
function dayOf(day: string): string {
  const year = day.slice(0, 4);
  return year === String(new Date().getUTCFullYear())
    ? dayWords(day)
    : `${Number(day.slice(8))} ${monthTitle(day.slice(0, 7))}`;
}

function Days({ source }: { source: CostSourceStanding }) {
  const { from, through, missingDays, backfill } = source;
  const shown = missingDays.slice(0, SHOWN_DAYS).map(dayOf).join(', ');
  const left = missingDays.length - SHOWN_DAYS;
  return (
    <>
      {from && through ? `${dayOf(from)} to ${dayOf(through)}` : 'none yet'}
      {missingDays.length > 0 && (
        <span className={styles.line}>
          <State state="degraded">
            {`missing ${shown}${left > 0 ? ` and ${left} more` : ''}`}
          </State>
        </span>
      )}
      {backfill.done < backfill.of && (
        <span className={styles.line}>
          <State state="running">
            {`reading back, ${backfill.done} of ${backfill.of} parts`}
          </State>
        </span>
      )}
    </>
  );
}

function Collected({ source }: { source: CostSourceStanding }) {
  const { lastSuccess, lastAttempt, lastError } = source;
  return (
    <>
      {lastSuccess ? <Time at={lastSuccess} form="age" /> : 'never'}
      {lastError && (
        <span className={styles.line}>
          <State state="failing">failed</State>{' '}
          {lastAttempt && <Time at={lastAttempt} form="age" />}: {lastError}
        </span>
      )}
    </>
  );
}

/** One source: what it is, which days of it are known, when it was asked, and what that cost. */
export function SourceRow(props: {
  source: CostSourceStanding;
  /** Asks whether to collect now; undefined for who may not. */
  onAsk?(): void;
}) {
  const { source, onAsk } = props;
  const { title, kind, role, requests, spent } = source;
  return (
    <tr>
      <Th scope="row">
        {title}
        <span className={styles.small}>
          {[kind, role && ROLES[role]].filter(Boolean).join(', ')}
        </span>
      </Th>
      <Td className={styles.days}>
        <Days source={source} />
      </Td>
      <Td className={styles.collected}>
        <Collected source={source} />
      </Td>
      <Td end>{requests.toLocaleString('en-US')}</Td>
      <Td end quiet={!spent}>
        {spent ? `${spent.amount}\u00a0${spent.currency}` : 'nothing'}
      </Td>
      {onAsk && (
        <Td nowrap>
          <Button
            look="text"
            aria-label={`Collect ${title} now`}
            onClick={onAsk}
          >
            Collect now
          </Button>
          <span className={styles.small}>
            {priceWords(source) ?? 'price unknown'}
          </span>
        </Td>
      )}
    </tr>
  );
}
