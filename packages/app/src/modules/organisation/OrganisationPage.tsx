import {
  EmptyState,
  Freshness,
  Section,
  Table,
  Td,
  Th,
  Waiting,
} from '@portico/ui';
import { EntityName } from '../entity/EntityName';
import { SourceFailed } from '../home/SourceFailed';
import home from '../home/Home.module.css';
import styles from './Organisation.module.css';
import { Team, useOrganisation } from './useOrganisation';

const plural = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

function Members(props: { refs: string[] }) {
  const { refs } = props;
  if (refs.length === 0) {
    return <>nobody yet</>;
  }
  return (
    <>
      {refs.slice(0, 3).map((ref, index) => (
        <span key={ref}>
          {index > 0 && ', '}
          <EntityName plain entityRef={ref} />
        </span>
      ))}
      {refs.length > 3 && ` and ${refs.length - 3} more`}
    </>
  );
}

function TeamTable(props: { teams: Team[] }) {
  return (
    <Table label="Teams" className={home.services}>
      <thead>
        <tr>
          <Th>Team</Th>
          <Th>Type</Th>
          <Th>Members</Th>
          <Th end>People</Th>
          <Th end>Components</Th>
          <Th end>Other things owned</Th>
        </tr>
      </thead>
      <tbody>
        {props.teams.map(team => (
          <tr key={team.ref}>
            <Td title={team.description}>
              <EntityName entityRef={team.ref} />
            </Td>
            <Td>{team.type}</Td>
            <Td>
              <Members refs={team.members} />
            </Td>
            <Td end>{team.members.length}</Td>
            <Td end>{team.components}</Td>
            <Td end>{team.others}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The teams, who is in them and how much they own. */
export function OrganisationPage() {
  const { value, error, retry } = useOrganisation();
  return (
    <div className={styles.page}>
      <Section
        title="Teams"
        tone={error ? 'stale' : 'fine'}
        qualifier={
          value &&
          `${plural(value.teams.length, 'group', 'groups')}, ${plural(
            value.people,
            'person',
            'people',
          )}`
        }
        meta={value && <Freshness at={value.at} />}
      >
        {!value && !error && <Waiting rows={8} what="the catalog" />}
        {error && (
          <SourceFailed source="the catalog" error={error} retry={retry} />
        )}
        {value?.teams.length === 0 && (
          <EmptyState
            what="No teams are known yet"
            why="They are read from Okta every few minutes. If none come, the connection to Okta is not set up: catalog.providers.okta."
          />
        )}
        {value && value.teams.length > 0 && <TeamTable teams={value.teams} />}
      </Section>
    </div>
  );
}
