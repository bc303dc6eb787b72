import { Freshness } from '../../parts/Freshness';
import { Section } from '../../parts/Section';
import { Statement } from '../../parts/Statement';
import { Waiting } from '../../parts/Waiting';
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
    <div className={home.wide}>
      <table className={`${home.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">Team</th>
            <th scope="col">Type</th>
            <th scope="col">Members</th>
            <th scope="col" className={styles.number}>
              People
            </th>
            <th scope="col" className={styles.number}>
              Components
            </th>
            <th scope="col" className={styles.number}>
              Other things owned
            </th>
          </tr>
        </thead>
        <tbody>
          {props.teams.map(team => (
            <tr key={team.ref}>
              <td title={team.description}>
                <EntityName entityRef={team.ref} />
              </td>
              <td>{team.type}</td>
              <td>
                <Members refs={team.members} />
              </td>
              <td className={styles.number}>{team.members.length}</td>
              <td className={styles.number}>{team.components}</td>
              <td className={styles.number}>{team.others}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
          <Statement
            what="No teams are known yet"
            why="They are read from Okta every few minutes. If none come, the connection to Okta is not set up: catalog.providers.okta."
          />
        )}
        {value && value.teams.length > 0 && <TeamTable teams={value.teams} />}
      </Section>
    </div>
  );
}
