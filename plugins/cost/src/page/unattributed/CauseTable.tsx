import type { UnattributedCauseView } from '@portico/plugin-cost-common';
import { Table, Td, TextLink, Th } from '@portico/ui';
import { formatAmount, formatShare } from '../../parts/money';
import { usePageLinks } from '../frame/usePageLinks';
import styles from './CauseTable.module.css';

/** Why money is nobody's, largest first, where most of it is, and what to do. */
export function CauseTable(props: {
  causes: UnattributedCauseView[];
  currency: string;
}) {
  const { causes, currency } = props;
  const linkTo = usePageLinks();
  return (
    <Table label="Causes" className={styles.causes}>
      <thead>
        <tr>
          <Th>Cause</Th>
          <Th className={styles.share}>Share</Th>
          <Th end>{currency}</Th>
          <Th>Where</Th>
          <Th end>What to do</Th>
        </tr>
      </thead>
      <tbody>
        {causes.map(({ cause, title, share, amount, where, action }) => (
          <tr key={cause}>
            <Th scope="row">{title}</Th>
            <Td className={styles.share}>
              <span>
                <i aria-hidden="true">
                  <i style={{ width: `${Math.max(0, share) * 100}%` }} />
                </i>
                {formatShare(share)}
              </span>
            </Td>
            <Td end>{formatAmount(amount)}</Td>
            <Td className={styles.where}>{where}</Td>
            <Td end>
              <TextLink to={linkTo('unattributed', { cause })}>
                {action}
              </TextLink>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
