import { useApi } from '@backstage/frontend-plugin-api';
import { visitsApiRef } from '@backstage/plugin-home';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import {
  EmptyState,
  Icon,
  List,
  ListRow,
  Section,
  TextLink,
  Waiting,
} from '@portico/ui';
import { SourceFailed } from './SourceFailed';
import { visitRows } from './visits';

/** The entities and documents that the viewer opened last. */
export function RecentlyVisited() {
  const visitsApi = useApi(visitsApiRef);
  const { value, error, retry } = useAsyncRetry(async () => {
    const visits = await visitsApi.list({
      limit: 40,
      orderBy: [{ field: 'timestamp', direction: 'desc' }],
    });
    return visitRows(visits, 5);
  }, [visitsApi]);
  return (
    <Section title="Recently visited">
      {!value && !error && <Waiting rows={2} />}
      {error && (
        <SourceFailed source="the list of visits" error={error} retry={retry} />
      )}
      {value?.length === 0 && (
        <EmptyState
          what="Nothing visited yet"
          why="The services and documents that you open are listed here."
          action={<TextLink to="/catalog">Open the catalog</TextLink>}
        />
      )}
      {value && value.length > 0 && (
        <List>
          {value.map(row => (
            <ListRow
              key={row.id}
              icon={<Icon name={row.icon} size={14} />}
              end={row.what}
            >
              <TextLink plain to={row.to}>
                {row.name}
              </TextLink>
            </ListRow>
          ))}
        </List>
      )}
    </Section>
  );
}
