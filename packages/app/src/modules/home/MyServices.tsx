import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  ButtonLink,
  CalmList,
  EmptyState,
  Freshness,
  RowColumns,
  Section,
  TextLink,
  Waiting,
} from '@portico/ui';
import { WithRowValues } from '../columns/WithRowValues';
import { ServiceTable } from './ServiceTable';
import { SourceFailed } from './SourceFailed';
import { MyServices as Data, useMyServices } from './useMyServices';

const shown = 10;

function NoServices({ groups }: { groups: string[] }) {
  return groups.length > 0 ? (
    <EmptyState
      what={`No service belongs to ${groups.join(' or ')} yet`}
      why="A new one takes about a minute: repository, CI, cloud, deployment, documents."
      action={<ButtonLink to="/create">Create a service</ButtonLink>}
    />
  ) : (
    <EmptyState
      what="You are in no team yet"
      why="Teams come from Okta. Once you are in one, its services are listed here."
      action={<ButtonLink to="/organisation">See the teams</ButtonLink>}
    />
  );
}

function Services(props: { data: Data; plugins: RowColumns[] }) {
  const { data, plugins } = props;
  const rows = data.components.map(entity => ({
    entity,
    ref: stringifyEntityRef(entity),
  }));
  if (rows.length === 0) return <NoServices groups={data.groups} />;
  return (
    <WithRowValues plugins={plugins} keys={rows.map(({ ref }) => ref)}>
      {values => (
        <>
          {values.notes}
          <CalmList
            items={[...rows]
              .sort((a, b) => values.compare(a.ref, b.ref))
              .slice(0, shown)}
            keyOf={({ ref }) => ref}
          >
            {calm => (
              <ServiceTable
                entities={calm?.map(({ entity }) => entity) ?? []}
                plugins={plugins}
                values={values}
              />
            )}
          </CalmList>
        </>
      )}
    </WithRowValues>
  );
}

/** The services of the viewer's teams, with what plugins know of them. */
export function MyServices(props: { plugins: RowColumns[] }) {
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
      {value && <Services data={value} plugins={props.plugins} />}
    </Section>
  );
}
