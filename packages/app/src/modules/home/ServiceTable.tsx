import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ReasonRow, RowColumns, Table, Td, Th } from '@portico/ui';
import { Fragment } from 'react';
import { columnsOf, JoinedValues } from '../columns/WithRowValues';
import { EntityName } from '../entity/EntityName';
import styles from './Home.module.css';

/** With more columns of plugins there is no room for what the service's own page tells. */
const ROOMY = 5;

/** Services with the columns of plugins; why one is not as it should be stands under it. */
export function ServiceTable(props: {
  entities: Entity[];
  plugins: RowColumns[];
  values: JoinedValues;
}) {
  const { entities, plugins, values } = props;
  const columns = columnsOf(plugins);
  const withTier = columns.length <= ROOMY;
  return (
    <Table label="My services" className={styles.services}>
      <thead>
        <tr>
          <Th>Service</Th>
          {columns.map(({ id, title, end, wide }) => (
            <Th key={id} end={end} wide={wide}>
              {title}
            </Th>
          ))}
          {withTier && <Th wide>Tier</Th>}
        </tr>
      </thead>
      <tbody>
        {entities.map(entity => {
          const ref = stringifyEntityRef(entity);
          const cells = values.cells(ref);
          return (
            <Fragment key={ref}>
              <tr>
                <Td>
                  <EntityName entityRef={ref} />
                </Td>
                {columns.map(({ id, end, wide, width }, at) => (
                  <Td
                    key={id}
                    end={end}
                    wide={wide}
                    style={{ width, minWidth: width }}
                  >
                    {cells[at]}
                  </Td>
                ))}
                {withTier && (
                  <Td wide>
                    {entity.metadata.annotations?.['portico/tier'] ??
                      'standard'}
                  </Td>
                )}
              </tr>
              {values.reasons(ref).map((reason, at) => (
                <ReasonRow
                  key={at}
                  columns={columns.length + (withTier ? 2 : 1)}
                >
                  {reason}
                </ReasonRow>
              ))}
            </Fragment>
          );
        })}
      </tbody>
    </Table>
  );
}
