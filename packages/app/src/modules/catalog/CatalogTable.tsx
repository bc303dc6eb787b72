import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  useEntityRefLink,
  useStarredEntity,
} from '@backstage/plugin-catalog-react';
import {
  Button,
  Icon,
  RowColumn,
  RowColumns,
  Table,
  Td,
  TextLink,
  Th,
} from '@portico/ui';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { columnsOf, JoinedValues } from '../columns/WithRowValues';
import styles from './CatalogTable.module.css';
import { kindColumns } from './kindColumns';

/** As in the style sheet. */
const ROW_HEIGHT = 33;
/** With more columns of plugins, what the filters tell of an entity has to go first. */
const ROOMY = 3;

function Star({ entity }: { entity: Entity }) {
  const { isStarredEntity, toggleStarredEntity } = useStarredEntity(entity);
  const { title, name } = entity.metadata;
  return (
    <Button
      look="icon"
      className={styles.star}
      aria-pressed={isStarredEntity}
      aria-label={`Star ${title ?? name}`}
      onClick={() => toggleStarredEntity()}
    >
      <Icon
        name="star"
        size={14}
        fill={isStarredEntity ? 'currentColor' : 'none'}
      />
    </Button>
  );
}

function Head(props: { columns: RowColumn[] }) {
  return (
    <>
      <colgroup>
        <col className={styles.nameColumn} />
        {props.columns.map(({ id, width, wide }) => (
          <col
            key={id}
            data-column={id}
            className={wide ? styles.wide : undefined}
            style={{ width }}
          />
        ))}
        <col className={styles.starColumn} />
      </colgroup>
      <thead>
        <tr>
          <Th>Name</Th>
          {props.columns.map(({ id, title, end, wide }) => (
            <Th key={id} data-column={id} end={end} wide={wide}>
              {title}
            </Th>
          ))}
          <Th end aria-label="Starred" />
        </tr>
      </thead>
    </>
  );
}

/** The rows that are not drawn, above and below those that are seen. */
function Space({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" className={styles.space}>
      <td style={{ height }} />
    </tr>
  );
}

/** Entities of one kind, a line each; of thousands only those that are seen are drawn. */
export function CatalogTable(props: {
  label: string;
  kind: string;
  entities: Entity[];
  plugins: RowColumns[];
  values: JoinedValues;
}) {
  const { label, kind, entities, plugins, values } = props;
  const linkTo = useEntityRefLink();
  const own = kindColumns(kind);
  const added = columnsOf(plugins);
  const columns = [...added, ...own];
  const box = useRef<HTMLDivElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    const top = box.current?.getBoundingClientRect().top ?? 0;
    setScrollMargin(top + window.scrollY);
  }, [entities.length]);
  const virtual = useWindowVirtualizer({
    count: entities.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 30,
    scrollMargin,
  });
  const seen = virtual.getVirtualItems();
  const above = (seen[0]?.start ?? scrollMargin) - scrollMargin;
  const below =
    virtual.getTotalSize() -
    ((seen.at(-1)?.end ?? scrollMargin) - scrollMargin);
  return (
    <div ref={box}>
      <Table
        label={label}
        className={
          added.length > ROOMY
            ? `${styles.table} ${styles.crowded}`
            : styles.table
        }
      >
        <Head columns={columns} />
        <tbody>
          <Space height={above} />
          {seen.map(({ index }) => {
            const entity = entities[index];
            const ref = stringifyEntityRef(entity);
            const { name, title } = entity.metadata;
            const cells = values.cells(ref);
            return (
              <tr key={ref}>
                <Th scope="row">
                  <TextLink to={linkTo(ref)} title={ref}>
                    {title ?? name}
                  </TextLink>
                </Th>
                {added.map(({ id, end, wide }, at) => (
                  <Td key={id} end={end} wide={wide}>
                    {cells[at]}
                  </Td>
                ))}
                {own.map(({ id, end, wide, cell }) => (
                  <Td key={id} data-column={id} end={end} wide={wide}>
                    {cell(entity)}
                  </Td>
                ))}
                <Td end>
                  <Star entity={entity} />
                </Td>
              </tr>
            );
          })}
          <Space height={below} />
        </tbody>
      </Table>
    </div>
  );
}
