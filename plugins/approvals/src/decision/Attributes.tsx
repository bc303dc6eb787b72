import type {
  AttributeChange,
  ResourceChange,
} from '@portico/plugin-approvals-common';
import { Icon, VisuallyHidden } from '@portico/ui';
import { Arrow } from '../parts/MoneyChange';
import styles from './Difference.module.css';

const signs = { add: '+', change: '~', remove: '−' } as const;

function Value({ attribute }: { attribute: AttributeChange }) {
  const { before, after, sensitive, unknownAfter, action } = attribute;
  if (sensitive) {
    return (
      <span className={styles.mask}>
        <Icon name="lock" size={12} />
        sensitive, {action === 'change' ? 'changes' : `${action}s`}{' '}
        <em>shown to nobody</em>
      </span>
    );
  }
  return (
    <>
      {before !== undefined && (
        <>
          <del>{before}</del>
          {action !== 'remove' && (
            <span className={styles.arrow}>
              <Arrow />
            </span>
          )}
        </>
      )}
      {after !== undefined && <ins>{after}</ins>}
      {unknownAfter && <span className={styles.plain}>known after apply</span>}
      {action === 'remove' && <em>removed</em>}
    </>
  );
}

function Notes({ attribute }: { attribute: AttributeChange }) {
  const { forcesReplacement, note, noteSeverity = 'info' } = attribute;
  return (
    <>
      {forcesReplacement && (
        <>
          {' '}
          <em data-severity="warn">forces replacement</em>
        </>
      )}{' '}
      {note && <em data-severity={noteSeverity}>{note}</em>}
    </>
  );
}

/** How the attributes of a resource change, and how many do not. */
export function Attributes(props: { id: string; resource: ResourceChange }) {
  const { attributes, unchangedAttributes, address } = props.resource;
  return (
    <ul
      className={styles.attributes}
      id={props.id}
      aria-label={`Attributes of ${address}`}
    >
      {attributes.map(attribute => (
        <li key={attribute.path}>
          <span className={styles.sign} aria-hidden="true">
            {signs[attribute.action]}
          </span>
          <span className={styles.path}>
            <VisuallyHidden>{attribute.action} </VisuallyHidden>
            {attribute.path}
          </span>
          <span>
            <Value attribute={attribute} />
            <Notes attribute={attribute} />
          </span>
        </li>
      ))}
      {unchangedAttributes > 0 && (
        <li className={styles.unchanged}>
          {unchangedAttributes}{' '}
          {unchangedAttributes === 1 ? 'attribute' : 'attributes'} unchanged
        </li>
      )}
    </ul>
  );
}
