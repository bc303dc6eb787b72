import { useApi } from '@backstage/frontend-plugin-api';
import type { HealthVerdict } from '@portico/plugin-health-common';
import { ErrorState, errorWords, TextLink, Waiting } from '@portico/ui';
import { useCallback } from 'react';
import { healthApiRef } from '../api/healthApiRef';
import { useHealthLive } from '../hooks/useHealthLive';
import { EventList } from '../parts/EventList';
import styles from './MiniTimeline.module.css';

const HOUR_MS = 3_600_000;
const QUIET_HOURS = 24;
const SHOWN = 6;

/** From an hour before it began; where all is well, the last day. */
function beginOf({ state, since }: HealthVerdict): number {
  const day = Date.now() - QUIET_HOURS * HOUR_MS;
  return state === 'healthy' ? day : Math.max(day, Date.parse(since) - HOUR_MS);
}

/** What happened around the beginning of the state, oldest first. */
export function MiniTimeline(props: { verdict: HealthVerdict; more?: string }) {
  const { verdict, more } = props;
  const { entityRef, state, since } = verdict;
  const api = useApi(healthApiRef);
  const { value, error, reload } = useHealthLive(
    useCallback(
      () =>
        api.timeline(entityRef, {
          from: new Date(
            beginOf({ state, since } as HealthVerdict),
          ).toISOString(),
          to: new Date().toISOString(),
        }),
      [api, entityRef, state, since],
    ),
  );
  if (!value) {
    return error ? (
      <ErrorState
        inline
        what="What happened is unknown."
        why={errorWords(error)}
        retry={reload}
      />
    ) : (
      <Waiting rows={SHOWN - 2} />
    );
  }
  const events = value.events.slice(0, SHOWN).reverse();
  return (
    <div className={styles.timeline}>
      {events.length === 0 ? (
        <p>Nothing happened in the last {QUIET_HOURS} h.</p>
      ) : (
        <EventList events={events} label="What happened" />
      )}
      {value.problems.map(({ source, message }) => (
        <p key={source} title={message}>
          {source} could not be asked.
        </p>
      ))}
      {more && value.events.length > SHOWN && (
        <TextLink to={more}>All {value.events.length} events</TextLink>
      )}
    </div>
  );
}
