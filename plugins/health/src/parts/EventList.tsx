import type {
  TimelineEvent,
  TimelineKind,
} from '@portico/plugin-health-common';
import { Icon, StateShape, TextLink, Time, type IconName } from '@portico/ui';
import styles from './EventList.module.css';

const ICONS: Record<Exclude<TimelineKind, 'verdict'>, IconName> = {
  deploy: 'deploy',
  alert: 'bell',
  incident: 'pulse',
  approval: 'stamp',
  catalog: 'branch',
  source: 'clock',
};

function Shape({ event }: { event: TimelineEvent }) {
  if (event.state) return <StateShape state={event.state} />;
  const name = event.kind === 'verdict' ? 'pulse' : ICONS[event.kind];
  return <Icon name={name} size={14} />;
}

/** Of another day, so that its day does not say when. */
const isBefore = (at: string) =>
  new Date(at).toDateString() !== new Date().toDateString();

/** Events on a line of time, in the order given. */
export function EventList(props: {
  events: TimelineEvent[];
  label: string;
  /** With the day beside the time where they are of several days. */
  days?: boolean;
}) {
  const { events, label } = props;
  const days = props.days && events.some(({ at }) => isBefore(at));
  return (
    <ol className={styles.events} aria-label={label} data-days={days}>
      {events.map(event => (
        <li key={event.id}>
          <span className={styles.at}>
            <Time at={event.at} />
            {days && isBefore(event.at) && (
              <>
                {' '}
                <Time at={event.at} form="minute" />
              </>
            )}
          </span>
          <span className={styles.shape}>
            <Shape event={event} />
          </span>
          <span className={styles.words}>
            {event.link ? (
              <TextLink to={event.link}>{event.title}</TextLink>
            ) : (
              event.title
            )}
            {event.detail && (
              <span className={styles.detail}> {event.detail}</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
