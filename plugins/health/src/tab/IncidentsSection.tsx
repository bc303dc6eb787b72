import type { HealthSignal } from '@portico/plugin-health-common';
import {
  List,
  ListRow,
  Section,
  StateShape,
  TextLink,
  Time,
} from '@portico/ui';
import { besideWords } from '../parts/stateWords';

/** Open incidents, and who has them; nothing where no source of incidents knows the component. */
export function IncidentsSection(props: { signals: HealthSignal[] }) {
  const incidents = props.signals.filter(({ kind }) => kind === 'incident');
  if (incidents.length === 0) return null;
  return (
    <Section title="Incidents">
      <List>
        {incidents.map(signal => (
          <ListRow
            key={signal.id}
            icon={<StateShape state={signal.state} />}
            end={signal.since && <Time at={signal.since} />}
          >
            {signal.evidence ? (
              <TextLink to={signal.evidence.url}>{signal.title}</TextLink>
            ) : (
              signal.title
            )}
            {[signal.text, besideWords(signal)]
              .filter(Boolean)
              .map(words => `, ${words}`)}
          </ListRow>
        ))}
      </List>
    </Section>
  );
}
