import type { Timeline } from '@portico/plugin-health-common';
import {
  Button,
  EmptyState,
  ErrorState,
  errorWords,
  Section,
  Waiting,
  type Live,
} from '@portico/ui';
import { useState } from 'react';
import { EventList } from '../parts/EventList';
import styles from './HealthTab.module.css';
import { rangeWords, type Range } from './ranges';

const SHOWN = 20;

/** Deploys, verdicts, alerts, incidents, approvals and changes of the catalog, newest first. */
export function TimelineSection(props: { live: Live<Timeline>; range: Range }) {
  const { live, range } = props;
  const { value, error, reload } = live;
  const [all, setAll] = useState(false);
  const events = value?.events ?? [];
  return (
    <Section title="Timeline" qualifier={rangeWords(range)}>
      {!value && !error && <Waiting rows={4} />}
      {error && (
        <ErrorState
          inline
          what={value ? 'Not current.' : 'What happened is unknown.'}
          why={errorWords(error)}
          retry={reload}
        />
      )}
      {value?.problems.map(({ source, message }) => (
        <p key={source} className={styles.note}>
          {source} could not be asked: {message}
        </p>
      ))}
      {value?.events.length === 0 && (
        <EmptyState what="Nothing happened in this time" />
      )}
      {events.length > 0 && (
        <EventList
          events={all ? events : events.slice(0, SHOWN)}
          label="Timeline"
          days
        />
      )}
      {!all && events.length > SHOWN && (
        <Button look="text" onClick={() => setAll(true)}>
          All {events.length} events
        </Button>
      )}
    </Section>
  );
}
