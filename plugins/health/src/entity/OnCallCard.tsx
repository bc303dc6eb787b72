import type { HealthSignal, OnCall } from '@portico/plugin-health-common';
import {
  ErrorState,
  List,
  ListRow,
  Section,
  TextLink,
  Time,
  Waiting,
} from '@portico/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ANNOTATIONS } from '@portico/plugin-health-common';
import { useVerdict } from '../hooks/useVerdict';
import { MissingLinks } from './MissingLinks';
import styles from './OnCallCard.module.css';

const PROVIDER = 'pagerduty';
const LEVELS = ['first', 'second', 'third'];

/** The letters that stand for a face. */
const initials = (name: string) =>
  name
    .split(/\s+/)
    .map(word => word[0])
    .filter(Boolean)
    .slice(0, 2)
    .join('')
    .toLocaleUpperCase();

function Person({ person }: { person: OnCall }) {
  const { name, level, until, userRef } = person;
  const link = useEntityRefLink();
  const shown = level === 1 ? <b>{name}</b> : name;
  return (
    <ListRow
      icon={
        <span className={styles.face} aria-hidden="true">
          {initials(name)}
        </span>
      }
      end={
        until ? (
          <>
            until <Time at={until} /> <Time at={until} form="minute" />
          </>
        ) : (
          LEVELS[level - 1] ?? `level ${level}`
        )
      }
    >
      {userRef ? <TextLink to={link(userRef)}>{shown}</TextLink> : shown}
    </ListRow>
  );
}

function Incident({ incident }: { incident?: HealthSignal }) {
  if (!incident) return <>No open incident</>;
  const { title, evidence } = incident;
  return evidence ? (
    <TextLink to={evidence.url}>{title}</TextLink>
  ) : (
    <>{title}</>
  );
}

/** Who has to answer now, and for what; nothing where no source of on-call is connected. */
export function OnCallCard() {
  const { value } = useVerdict();
  if (!value) {
    return (
      <Section title="On call">
        <Waiting rows={2} />
      </Section>
    );
  }
  const source = value.sources.find(it => it.provider === PROVIDER);
  const missing = (value.missing ?? []).filter(
    ({ annotation }) => annotation === ANNOTATIONS.pagerduty,
  );
  if (!value.onCall && !source && missing.length === 0) return null;
  const silent = source?.state === 'silent' || source?.state === 'stale';
  const incident = value.signals.find(
    ({ kind, state }) => kind === 'incident' && state !== 'healthy',
  );
  return (
    <Section
      title="On call"
      tone={silent ? 'stale' : 'fine'}
      meta={
        source?.answeredAt && (
          <span>
            {source.title} · <Time at={source.answeredAt} form="clock" />
          </span>
        )
      }
    >
      {silent && (
        <ErrorState
          inline
          state="stale"
          what={`${source.title} has not answered.`}
          why={source.message}
          action={
            source.path && (
              <TextLink to={source.path}>Status of sources</TextLink>
            )
          }
        />
      )}
      {value.onCall?.length ? (
        <List>
          {value.onCall.map(person => (
            <Person key={`${person.level} ${person.name}`} person={person} />
          ))}
          <ListRow end={incident?.since && <Time at={incident.since} />}>
            <Incident incident={incident} />
          </ListRow>
        </List>
      ) : (
        !silent && missing.length === 0 && <p>Nobody is on call now.</p>
      )}
      <MissingLinks entityRef={value.entityRef} missing={missing} />
    </Section>
  );
}
