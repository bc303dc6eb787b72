import type {
  DeliveryFigures,
  DeliveryGroup,
  DeliveryOverview,
  DeliveryTargets,
} from '@portico/plugin-delivery-common';
import {
  EmptyState,
  Section,
  State,
  Table,
  Td,
  TextLink,
  Th,
  Toggle,
} from '@portico/ui';
import type { CSSProperties } from 'react';
import type { GroupBy } from '../api/deliveryApiRef';
import { formatAmount, formatSeconds } from '../model/duration';
import { figureWords } from '../model/figureWords';
import { nameOf, useLinks } from '../parts/useLinks';
import styles from './GroupTable.module.css';

const GROUPS: { value: GroupBy; title: string }[] = [
  { value: 'owner', title: 'Team' },
  { value: 'system', title: 'System' },
];

/** One figure as a cell; a missed target has shape, word and colour. */
function Value(props: {
  name: keyof DeliveryFigures;
  figures: DeliveryFigures;
  targets: DeliveryTargets;
}) {
  const { name, figures, targets } = props;
  const measure = figures[name];
  const { amount, missed, comparison } = figureWords(name, measure, targets);
  const text = amount
    ? formatAmount(amount)
    : (measure.unknown && 'unknown') || 'none';
  return (
    <span title={comparison} className={amount ? undefined : styles.quiet}>
      {missed ? <State state="degraded">{text}</State> : text}
    </span>
  );
}

function Row(props: {
  group: DeliveryGroup;
  most: number;
  targets: DeliveryTargets;
  by: GroupBy;
}) {
  const { group, most, targets, by } = props;
  const { ref, components, figures } = group;
  const links = useLinks();
  const { deployments, leadTime } = figures;
  const share = { '--share': `${((deployments.value ?? 0) / most) * 100}%` };
  return (
    <tr>
      <Th scope="row">
        {ref ? (
          <TextLink to={links.entity(ref)}>{nameOf(ref)}</TextLink>
        ) : (
          `no ${by}`
        )}
      </Th>
      <Td end quiet wide>
        {components}
      </Td>
      <Td end>
        <span className={styles.bar}>
          <i aria-hidden="true" style={share as CSSProperties} />
          {(deployments.value ?? 0).toFixed(1)}
        </span>
      </Td>
      <Td end>
        <Value name="leadTime" figures={figures} targets={targets} />
      </Td>
      <Td end quiet wide>
        {leadTime.p90 === undefined ? 'none' : formatSeconds(leadTime.p90)}
      </Td>
      <Td end>
        <Value name="changeFailureRate" figures={figures} targets={targets} />
      </Td>
      <Td end wide>
        <Value name="timeToRestore" figures={figures} targets={targets} />
      </Td>
    </tr>
  );
}

/** The same figures by team or by system, most deployments first. */
export function GroupTable(props: {
  overview: DeliveryOverview;
  by: GroupBy;
  onBy(by: GroupBy): void;
}) {
  const { overview, by, onBy } = props;
  const { groups, targets } = overview;
  const most = Math.max(
    ...groups.map(({ figures }) => figures.deployments.value ?? 0),
    Number.MIN_VALUE,
  );
  return (
    <Section
      title="Who delivers"
      qualifier={`${overview.days} days`}
      meta={
        <Toggle label="By" choices={GROUPS} pressed={[by]} onToggle={onBy} />
      }
    >
      {groups.length === 0 ? (
        <EmptyState
          what="No service that you may see"
          why="Components of the catalog appear here, libraries and documentation apart."
        />
      ) : (
        <Table label="Delivery by team or system">
          <thead>
            <tr>
              <Th>{by === 'owner' ? 'Team' : 'System'}</Th>
              <Th end wide>
                Services
              </Th>
              <Th end>Deploys a week</Th>
              <Th end>Lead time</Th>
              <Th end wide>
                9 of 10
              </Th>
              <Th end>Failures</Th>
              <Th end wide>
                Restored in
              </Th>
            </tr>
          </thead>
          <tbody>
            {groups.map(group => (
              <Row
                key={group.ref ?? ''}
                group={group}
                most={most}
                targets={targets}
                by={by}
              />
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
