import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { CostShare, EntityCost } from '@portico/plugin-cost-common';
import {
  EmptyState,
  Section,
  Table,
  Td,
  TextLink,
  Th,
  Toggle,
} from '@portico/ui';
import { Fragment, useState } from 'react';
import { Change } from '../../parts/Change';
import {
  beforeWords,
  monthDays,
  monthName,
  monthShort,
} from '../../parts/dates';
import { formatAmount } from '../../parts/money';
import type { TabView } from '../useTabView';
import { ResourceRows } from './ResourceRows';
import styles from './Shares.module.css';
import { ShareRow } from './ShareRow';

/** What the sum is made of; rows open to resources, and resources to days. */
export function SharesTable(props: { cost: EntityCost; view: TabView }) {
  const { cost, view } = props;
  const { standing, basis, rows } = cost;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const linkTo = useEntityRefLink();
  const by = view.by.value;
  const days = monthDays(standing.month);
  const { before } = standing;
  const against = beforeWords(standing);
  const toggle = (id: string) =>
    setOpen(now => {
      const after = new Set(now);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const nameOf = ({ id, title }: CostShare) =>
    by === 'component' && id.includes(':') ? (
      <TextLink plain to={`${linkTo(id)}/cost`}>
        {title}
      </TextLink>
    ) : undefined;
  return (
    <Section
      title="What it is made of"
      meta={
        <Toggle
          label="Split by"
          choices={view.choices}
          pressed={[by]}
          onToggle={view.setBy}
        />
      }
    >
      {rows.length === 0 ? (
        <EmptyState
          what={`Nothing was spent in ${monthName(standing.month)} yet`}
          why="There are bills of this month, and no row of them belongs here."
        />
      ) : (
        <Table
          label={`What it is made of, by ${view.by.title.toLowerCase()}`}
          className={styles.table}
        >
          <thead>
            <tr>
              <Th>{view.by.title}</Th>
              <Th end>{basis.currency}</Th>
              <Th end title={against && `against ${against}`}>
                {before ? `Against ${monthShort(before.month)}` : 'Change'}
              </Th>
              <Th wide className={styles.line}>
                Daily
              </Th>
            </tr>
          </thead>
          <tbody>
            {by === 'resource' ? (
              <ResourceRows
                entityRef={cost.entityRef}
                query={{ ...view.query, by }}
                currency={basis.currency}
              />
            ) : (
              rows.map(share => {
                const key = `${by} ${share.id}`;
                const isOpen = open.has(key);
                return (
                  <Fragment key={key}>
                    <ShareRow
                      share={share}
                      name={nameOf(share)}
                      days={days}
                      currency={basis.currency}
                      open={isOpen}
                      beneath="Resources"
                      onToggle={() => toggle(key)}
                    />
                    {isOpen && (
                      <ResourceRows
                        entityRef={cost.entityRef}
                        query={{ ...view.query, by }}
                        share={share}
                        currency={basis.currency}
                      />
                    )}
                  </Fragment>
                );
              })
            )}
            <tr className={styles.sum}>
              <Th scope="row">Together</Th>
              <Td end>{formatAmount(standing.toDate)}</Td>
              <Td end>
                <Change ratio={before?.change} />
              </Td>
              <Td wide />
            </tr>
          </tbody>
        </Table>
      )}
    </Section>
  );
}
