import type { AnomalyView } from '@portico/plugin-cost-common';
import { EmptyState, Section, useMore } from '@portico/ui';
import { AnomalyList } from '../../parts/anomalies/AnomalyList';
import { NotCurrent } from '../../parts/NoCost';
import { MoreButton } from '../frame/MoreButton';
import { Pending } from '../frame/Pending';
import { toneOf } from '../frame/toneOf';
import { NOT_LOOKED } from '../frame/notLooked';
import { useAnomalies } from './useAnomalies';

const FIRST = 20;
const STEP = 40;

/** Anomalies under their title, the first of them at first. */
function Anomalies(props: {
  title: string;
  anomalies: AnomalyView[];
  currency: string;
  onResolved(): void;
}) {
  const { title, anomalies, currency, onResolved } = props;
  const more = useMore(anomalies, FIRST, STEP);
  const open = anomalies.some(({ state }) => state === 'open');
  return (
    <Section
      title={title}
      qualifier={String(anomalies.length)}
      tone={toneOf(undefined, open && 'warn')}
      meta={`${currency} a day`}
    >
      <AnomalyList
        anomalies={more.shown}
        currency={currency}
        named
        onResolved={onResolved}
      />
      <MoreButton more={more} total={anomalies.length} />
    </Section>
  );
}

/** What costs more than is usual, with its likely cause; and what was, or is known. */
export function AnomaliesTab() {
  const live = useAnomalies();
  const { value, error, reload } = live;
  if (!value) return <Pending live={live} title="Anomalies" />;
  const { items, basis } = value;
  const open = items.filter(({ state }) => state === 'open');
  const others = items.filter(({ state }) => state !== 'open');
  const shared = { currency: basis.currency, onResolved: reload };
  return (
    <>
      <NotCurrent error={error} retry={reload} />
      {open.length > 0 ? (
        <Anomalies title="Open" anomalies={open} {...shared} />
      ) : (
        <Section title="Open">
          <EmptyState
            what={
              basis.lookedAt ? 'Nothing costs more than is usual' : NOT_LOOKED
            }
            why="Each day is compared with the same weekdays of the weeks before, once its bill is known."
          />
        </Section>
      )}
      {others.length > 0 && (
        <Anomalies title="Over, or known" anomalies={others} {...shared} />
      )}
    </>
  );
}
