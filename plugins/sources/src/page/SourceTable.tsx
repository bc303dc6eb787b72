import type { SourceStatus } from '@portico/plugin-sources-common';
import { Section, Table, Th, useNow } from '@portico/ui';
import { instanceOf } from '../model/names';
import { COLUMNS, SourceRow } from './SourceRow';
import styles from './SourceTable.module.css';

const HALF_MINUTE = 30_000;

/** The sources by vendor, in the order in which they came. */
function byVendor(items: SourceStatus[]): [string, SourceStatus[]][] {
  const groups = new Map<string, SourceStatus[]>();
  for (const item of items) {
    groups.set(item.kind, [...(groups.get(item.kind) ?? []), item]);
  }
  return [...groups];
}

/** All sources, a row each, those of a vendor together; a row opens. */
export function SourceTable(props: {
  items: SourceStatus[];
  /** The kind whose rows are marked. */
  marked?: string;
  mayCheck: boolean;
  check(id: string): Promise<void>;
}) {
  const { items, marked, mayCheck, check } = props;
  const now = useNow(HALF_MINUTE);
  return (
    <Section
      title="Connected"
      qualifier="each is looked at once a minute, without changing anything"
    >
      <Table label="Connected sources" className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map(({ title, ...look }) => (
              <Th key={title} {...look}>
                {title}
              </Th>
            ))}
          </tr>
        </thead>
        {byVendor(items).map(([kind, sources]) => (
          <tbody key={kind} id={kind}>
            {sources.map((source, index) => (
              <SourceRow
                key={source.id}
                source={source}
                instance={instanceOf(source, sources)}
                isFirst={index === 0}
                isMarked={marked === kind}
                now={now}
                mayCheck={mayCheck}
                check={check}
              />
            ))}
          </tbody>
        ))}
      </Table>
    </Section>
  );
}
