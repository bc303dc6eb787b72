import {
  shortServiceName,
  type UnattributedItem,
} from '@portico/plugin-cost-common';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Table, Td, TextLink, Th } from '@portico/ui';
import { formatAmount } from '../../parts/money';
import { CopyLine } from './CopyLine';
import styles from './ItemTable.module.css';

const SHOWN_TAGS = 4;

/** `team=data, env=staging` of the tags that it has; what was found where a name should be stands first. */
function Tags({ item }: { item: UnattributedItem }) {
  const tags = Object.entries(item.tags).map(([key, value]) =>
    value ? `${key}=${value}` : key,
  );
  const others = tags.filter(tag => tag !== item.found);
  const shown = others.slice(0, SHOWN_TAGS);
  const left = others.length - shown.length;
  if (!item.found && tags.length === 0) {
    return <span className={styles.quiet}>no tags</span>;
  }
  return (
    <span className={styles.tags} title={tags.join(', ')}>
      {item.found && <code className={styles.found}>{item.found}</code>}
      {shown.map(tag => (
        <code key={tag}>{tag}</code>
      ))}
      {left > 0 && <span className={styles.quiet}>{left} more</span>}
    </span>
  );
}

function Row({ item }: { item: UnattributedItem }) {
  const entityLink = useEntityRefLink();
  const { title, provider, account, service, resourceId, amount } = item;
  const { suggestion, todo, copy } = item;
  return (
    <tr>
      <Th scope="row" className={styles.what}>
        {title}
        {resourceId && resourceId !== title && (
          <span className={styles.id} title={resourceId}>
            {resourceId}
          </span>
        )}
        <span className={styles.small}>
          {[
            shortServiceName(service),
            account && `account ${account}`,
            provider,
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </Th>
      <Td wide className={styles.has}>
        <Tags item={item} />
      </Td>
      <Td end>{formatAmount(amount)}</Td>
      <Td className={styles.todo}>
        {todo}
        {suggestion && (
          <>
            {' '}
            <TextLink to={entityLink(suggestion)}>
              {`See ${parseEntityRef(suggestion).name}`}
            </TextLink>
          </>
        )}
        {copy && <CopyLine text={copy} label={`line for ${title}`} />}
      </Td>
    </tr>
  );
}

/** What is nobody's, one by one: what it is, how it is tagged, what it costs, and what to do about it. */
export function ItemTable(props: {
  items: UnattributedItem[];
  currency: string;
}) {
  const { items, currency } = props;
  return (
    <Table label="To work through" className={styles.items}>
      <thead>
        <tr>
          <Th>What</Th>
          <Th wide>Tags</Th>
          <Th end>{currency}</Th>
          <Th>What to do</Th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <Row key={item.id} item={item} />
        ))}
      </tbody>
    </Table>
  );
}
