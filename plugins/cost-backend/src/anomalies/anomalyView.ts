import type { AnomalyView } from '@portico/plugin-cost-common';
import type { StoredAnomaly } from './AnomalyStore';

/** An anomaly as it is sent. */
export function anomalyView(anomaly: StoredAnomaly): AnomalyView {
  const { id, entityRef, from, to, detail, resolved } = anomaly;
  const { changes: _changes, ...shown } = detail;
  return {
    id,
    ...(entityRef && { entityRef }),
    ...shown,
    since: from,
    ...(to && { until: to }),
    state: stateOf(anomaly),
    ...(resolved && { resolved }),
  };
}

function stateOf({ resolved, to }: StoredAnomaly): AnomalyView['state'] {
  if (resolved) return 'resolved';
  return to ? 'over' : 'open';
}

const ORDER = ['open', 'over', 'resolved'];

/** Open ones first, then the costliest a day. */
export function byWeight(a: AnomalyView, b: AnomalyView): number {
  return (
    ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
    Number(b.excess) - Number(a.excess)
  );
}
