import { catalogEntityCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import {
  CatalogFilterLayout,
  EntityListProvider,
} from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink, Icon, RowColumns } from '@portico/ui';
import { ReactNode } from 'react';
import styles from './Catalog.module.css';
import { CatalogContent } from './CatalogContent';

/** The filters read from the list's context; the rows are read by the list itself, so it is given none. */
const NO_ROWS = { mode: 'offset', limit: 0 } as const;

/** The catalog: filters at the left, the list with its plugins' columns at the right. */
export function CatalogPage(props: {
  filters: ReactNode;
  plugins: RowColumns[];
}) {
  const { allowed } = usePermission({
    permission: catalogEntityCreatePermission,
  });
  return (
    <EntityListProvider pagination={NO_ROWS}>
      <div className={styles.page}>
        <header className={styles.head}>
          <h1>Catalog</h1>
          {allowed && (
            <ButtonLink look="primary" to="/create">
              <Icon name="plus" size={14} />
              Create
            </ButtonLink>
          )}
        </header>
        <div className={styles.body}>
          <CatalogFilterLayout>
            <CatalogFilterLayout.Filters>
              {props.filters}
            </CatalogFilterLayout.Filters>
            <CatalogFilterLayout.Content>
              <CatalogContent plugins={props.plugins} />
            </CatalogFilterLayout.Content>
          </CatalogFilterLayout>
        </div>
      </div>
    </EntityListProvider>
  );
}
