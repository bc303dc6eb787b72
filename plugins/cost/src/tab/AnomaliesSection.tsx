import type { EntityCost } from '@portico/plugin-cost-common';
import { Section } from '@portico/ui';
import { AnomalyList } from '../parts/anomalies/AnomalyList';

/** What costs more than is usual; nothing where nothing does. */
export function AnomaliesSection(props: {
  cost: EntityCost;
  onResolved(): void;
}) {
  const { cost, onResolved } = props;
  const { anomalies, basis, covers } = cost;
  if (anomalies.length === 0) return null;
  const open = anomalies.filter(({ state }) => state === 'open').length;
  return (
    <Section
      title="Anomalies"
      tone={open > 0 ? 'warn' : 'fine'}
      meta={`${open} open`}
    >
      <AnomalyList
        anomalies={anomalies}
        currency={basis.currency}
        named={covers.length > 1}
        onResolved={onResolved}
      />
    </Section>
  );
}
