import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { SavingView } from '@portico/plugin-cost-common';
import {
  Button,
  EmptyState,
  Section,
  Table,
  Td,
  TextLink,
  Th,
  useMore,
} from '@portico/ui';
import { useState } from 'react';
import { formatAmount, formatMoney, sumOf } from '../../parts/money';
import { NotCurrent } from '../../parts/NoCost';
import { MoreButton } from '../frame/MoreButton';
import { NOT_LOOKED } from '../frame/notLooked';
import { Pending } from '../frame/Pending';
import styles from './SavingsTab.module.css';
import { useSavings } from './useSavings';

const KINDS: Record<SavingView['kind'], string> = {
  unattached: 'Unattached: paid for, used by nothing',
  idle: 'Idle: runs, and does nothing',
  oversized: 'Oversized: much larger than what is used of it',
};

const FIRST = 50;
const STEP = 200;
const SHOWN_RESOURCES = 3;

function Resources({ resources }: Pick<SavingView, 'resources'>) {
  const [all, setAll] = useState(false);
  const shown = all ? resources : resources.slice(0, SHOWN_RESOURCES);
  const left = resources.length - shown.length;
  if (resources.length === 0) return null;
  return (
    <span className={styles.resources}>
      {shown.map(id => (
        <code key={id} title={id}>
          {id}
        </code>
      ))}
      {left > 0 && (
        <Button look="text" onClick={() => setAll(true)}>
          {left} more
        </Button>
      )}
    </span>
  );
}

function Row({ saving }: { saving: SavingView }) {
  const { entityRef, title, detail, monthly, resources } = saving;
  const entityLink = useEntityRefLink();
  return (
    <tr>
      <Th scope="row" className={styles.what}>
        {title}
      </Th>
      <Td nowrap quiet={!entityRef}>
        {entityRef ? (
          <TextLink to={`${entityLink(entityRef)}/cost`}>
            {parseEntityRef(entityRef).name}
          </TextLink>
        ) : (
          'nobody'
        )}
      </Td>
      <Td className={styles.detail}>
        {detail}
        <Resources resources={resources} />
      </Td>
      <Td end>{formatAmount(monthly)}</Td>
    </tr>
  );
}

function Kind(props: {
  kind: SavingView['kind'];
  savings: SavingView[];
  currency: string;
}) {
  const { kind, savings, currency } = props;
  const more = useMore(savings, FIRST, STEP);
  const sum = sumOf(savings.map(({ monthly }) => monthly));
  return (
    <Section
      title={KINDS[kind]}
      meta={`estimated, ${formatMoney(sum, currency)} a month`}
    >
      <Table label={KINDS[kind]} className={styles.savings}>
        <thead>
          <tr>
            <Th className={styles.what}>What</Th>
            <Th className={styles.whose}>Whose</Th>
            <Th>What was seen, and what to do</Th>
            <Th end className={styles.monthly}>
              {currency} a month
            </Th>
          </tr>
        </thead>
        <tbody>
          {more.shown.map(saving => (
            <Row key={saving.id} saving={saving} />
          ))}
        </tbody>
      </Table>
      <MoreButton more={more} total={savings.length} />
    </Section>
  );
}

/** What could be had for less, by kind: what was seen, and what to do. */
export function SavingsTab() {
  const live = useSavings();
  const { value, error, reload } = live;
  if (!value) return <Pending live={live} title="Savings" />;
  const { items, basis } = value;
  const kinds = Object.keys(KINDS) as SavingView['kind'][];
  return (
    <>
      <NotCurrent error={error} retry={reload} />
      {items.length === 0 && (
        <Section title="Savings">
          <EmptyState
            what={
              basis.lookedAt
                ? 'Nothing was found that could be saved'
                : NOT_LOOKED
            }
            why="Looked for: what is attached to nothing, what does nothing, and what is much larger than what is used of it."
          />
        </Section>
      )}
      {kinds.map(kind => {
        const savings = items.filter(item => item.kind === kind);
        if (savings.length === 0) return null;
        return (
          <Kind
            key={kind}
            kind={kind}
            savings={savings}
            currency={basis.currency}
          />
        );
      })}
    </>
  );
}
