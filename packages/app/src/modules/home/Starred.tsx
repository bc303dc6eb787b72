import { parseEntityRef } from '@backstage/catalog-model';
import { useStarredEntities } from '@backstage/plugin-catalog-react';
import { Icon, List, ListRow, Section } from '@portico/ui';
import { EntityName } from '../entity/EntityName';

/** What the viewer starred; nothing at all while that is nothing. */
export function Starred() {
  const { starredEntities } = useStarredEntities();
  const refs = [...starredEntities].sort();
  if (refs.length === 0) {
    return null;
  }
  return (
    <Section title="Starred">
      <List>
        {refs.slice(0, 8).map(ref => (
          <ListRow
            key={ref}
            icon={<Icon name="star" size={14} />}
            end={parseEntityRef(ref).kind}
          >
            <EntityName plain entityRef={ref} />
          </ListRow>
        ))}
      </List>
    </Section>
  );
}
