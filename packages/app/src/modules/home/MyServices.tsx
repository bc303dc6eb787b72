import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ButtonLink,
  EmptyState,
  Freshness,
  Section,
  Table,
  Td,
  TextLink,
  Th,
  Waiting,
} from '@portico/ui';
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
      <Td>
        <EntityName entityRef={stringifyEntityRef(entity)} />
      </Td>
      <Td>{word(entity.spec?.type)}</Td>
      <Td>{word(entity.spec?.lifecycle)}</Td>
      <Td>
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
      </Td>
      <Td>{entity.metadata.annotations?.['portico/tier'] ?? 'standard'}</Td>
    </tr>
  );
}

function Services(props: { data: Data }) {
  const { components, groups } = props.data;
  if (components.length === 0) {
    return (
      <EmptyState
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
    <Table label="My services" className={styles.services}>
      <thead>
        <tr>
          <Th>Service</Th>
          <Th>Type</Th>
          <Th>Lifecycle</Th>
          <Th>System</Th>
          <Th>Tier</Th>
        </tr>
      </thead>
      <tbody>
        {components.slice(0, shown).map(entity => (
          <Row key={stringifyEntityRef(entity)} entity={entity} />
        ))}
      </tbody>
    </Table>
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
      {value && <Services data={value} />}
    </Section>
  );
}
