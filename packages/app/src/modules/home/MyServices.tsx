import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ButtonLink } from '../../parts/Button';
import { Freshness } from '../../parts/Freshness';
import { Section } from '../../parts/Section';
import { Statement } from '../../parts/Statement';
import { TextLink } from '../../parts/TextLink';
import { Waiting } from '../../parts/Waiting';
import { EntityName } from '../entity/EntityName';
import { SourceFailed } from './SourceFailed';
import styles from './Home.module.css';
import { MyServices as Data, useMyServices } from './useMyServices';

const shown = 10;

function word(value: unknown): string {
  return typeof value === 'string' ? value : 'none';
}

function Row(props: { entity: Entity }) {
  const { entity } = props;
  const system = entity.spec?.system;
  return (
    <tr>
      <td>
        <EntityName entityRef={stringifyEntityRef(entity)} />
      </td>
      <td>{word(entity.spec?.type)}</td>
      <td>{word(entity.spec?.lifecycle)}</td>
      <td>
        {typeof system === 'string' ? (
          <EntityName
            entityRef={
              system.includes(':')
                ? system
                : `system:${
                    system.includes('/') ? system : `default/${system}`
                  }`
            }
          />
        ) : (
          'none'
        )}
      </td>
      <td>{entity.metadata.annotations?.['portico/tier'] ?? 'standard'}</td>
    </tr>
  );
}

function Table(props: { data: Data }) {
  const { components, groups } = props.data;
  if (components.length === 0) {
    return (
      <Statement
        what={
          groups.length > 0
            ? `No service belongs to ${groups.join(' or ')} yet`
            : 'You are in no team yet'
        }
        why={
          groups.length > 0
            ? 'A new one takes about a minute: repository, CI, cloud, deployment, documents.'
            : 'Teams come from Okta. Once you are in one, its services are listed here.'
        }
        action={
          groups.length > 0 ? (
            <ButtonLink to="/create">Create a service</ButtonLink>
          ) : (
            <ButtonLink to="/organisation">See the teams</ButtonLink>
          )
        }
      />
    );
  }
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Type</th>
            <th scope="col">Lifecycle</th>
            <th scope="col">System</th>
            <th scope="col">Tier</th>
          </tr>
        </thead>
        <tbody>
          {components.slice(0, shown).map(entity => (
            <Row key={stringifyEntityRef(entity)} entity={entity} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The services of the viewer's teams. */
export function MyServices() {
  const { value, error, retry } = useMyServices();
  const count = value?.components.length ?? 0;
  return (
    <Section
      title="My services"
      tone={error ? 'stale' : 'fine'}
      qualifier={
        count > 0 ? `${count} of ${value?.owners.join(', ')}` : undefined
      }
      meta={
        value && (
          <>
            <Freshness at={value.at} />
            {count > shown && (
              <TextLink to="/catalog?filters[kind]=component&filters[user]=owned">
                All {count}
              </TextLink>
            )}
          </>
        )
      }
    >
      {!value && !error && <Waiting rows={6} what="the catalog" />}
      {error && (
        <SourceFailed source="the catalog" error={error} retry={retry} />
      )}
      {value && <Table data={value} />}
    </Section>
  );
}
