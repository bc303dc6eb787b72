import { Entity, RELATION_PART_OF } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import { TextLink } from '@portico/ui';
import { relationTargets } from './entityFacts';
import { EntityName } from './EntityName';
import styles from './EntityHeader.module.css';

/** Catalog / domain / system: where the entity stands. */
export function EntityPath(props: { entity: Entity }) {
  const { entity } = props;
  const catalogApi = useApi(catalogApiRef);
  const [system] = relationTargets(entity, RELATION_PART_OF, 'system');
  const [ownDomain] = relationTargets(entity, RELATION_PART_OF, 'domain');
  // The system's domain only lengthens the path: without an answer it is left out.
  const { value: systemEntity } = useAsync(
    async () => (system ? catalogApi.getEntityByRef(system) : undefined),
    [catalogApi, system],
  );
  const domain =
    ownDomain ??
    (systemEntity &&
      relationTargets(systemEntity, RELATION_PART_OF, 'domain')[0]);
  return (
    <nav aria-label="Breadcrumb">
      <ol className={styles.path}>
        <li>
          <TextLink to="/catalog">Catalog</TextLink>
        </li>
        {domain && (
          <li>
            <EntityName entityRef={domain} />
          </li>
        )}
        {system && (
          <li>
            <EntityName entityRef={system} />
          </li>
        )}
      </ol>
    </nav>
  );
}
