import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import type { AnomalyView } from '@portico/plugin-cost-common';
import { formatSince, Icon, TextLink } from '@portico/ui';
import { DailySpark } from '../DailySpark';
import { dayWords } from '../dates';
import { formatAmount } from '../money';
import styles from './AnomalyList.module.css';
import { ResolveAnomaly } from './ResolveAnomaly';

const DECIMAL = { maximumFractionDigits: 1 };
/** Of next to nothing, any number of times says no more than this. */
const MANY = 100;

const timesWords = (factor: number) =>
  factor < MANY
    ? `${factor.toLocaleString('en', DECIMAL)} times`
    : `over ${MANY} times`;

/** `3.1 times, since 12 Nov`, `known, 2.4 times, 9 Nov to 11 Nov`. */
function whenWords({ factor, since, until, state }: AnomalyView): string {
  return [
    state === 'resolved' && 'known',
    timesWords(factor),
    until
      ? `${dayWords(since)} to ${dayWords(until)}`
      : `since ${dayWords(since)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** The name of a person. */
function Who({ entityRef }: { entityRef: string }) {
  return <>{useEntityPresentation(entityRef).primaryTitle}</>;
}

function Anomaly(props: {
  anomaly: AnomalyView;
  currency: string;
  named: boolean;
  onResolved(): void;
}) {
  const { anomaly, currency, named, onResolved } = props;
  const { entityRef, title, excess, because, links, resolved } = anomaly;
  const linkTo = useEntityRefLink();
  const open = anomaly.state === 'open';
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Icon
          name="trend"
          size={14}
          className={open ? styles.open : styles.quiet}
        />
        {named && entityRef ? (
          <TextLink plain to={`${linkTo(entityRef)}/cost`}>
            <b>{title}</b>
          </TextLink>
        ) : (
          <b>{title}</b>
        )}
        <span className={styles.quiet}>{whenWords(anomaly)}</span>
        <span className={styles.excess}>
          {formatAmount(excess, { signed: true })} a day
        </span>
      </div>
      <div className={styles.words}>
        {because}
        {resolved && (
          <span className={styles.quiet}>
            {' '}
            <Who entityRef={resolved.by} />,{' '}
            {formatSince(new Date(resolved.at))}: {resolved.reason}
          </span>
        )}
      </div>
      <div>
        <DailySpark
          days={anomaly.days}
          amounts={anomaly.amounts}
          currency={currency}
          since={open ? anomaly.since : undefined}
          usual={anomaly.usual}
          height={36}
        />
      </div>
      <div className={styles.actions}>
        {links.map(({ title: words, url }) => (
          <TextLink key={url} to={url}>
            {words}
          </TextLink>
        ))}
        {open && <ResolveAnomaly anomaly={anomaly} onResolved={onResolved} />}
      </div>
    </li>
  );
}

/** What costs more than is usual, with its likely cause; who may, says that it is known. */
export function AnomalyList(props: {
  anomalies: AnomalyView[];
  currency: string;
  /** Whether names lead to their entities' pages. */
  named?: boolean;
  onResolved(): void;
}) {
  const { anomalies, currency, named = false, onResolved } = props;
  return (
    <ul className={styles.list}>
      {anomalies.map(anomaly => (
        <Anomaly
          key={anomaly.id}
          anomaly={anomaly}
          currency={currency}
          named={named}
          onResolved={onResolved}
        />
      ))}
    </ul>
  );
}
