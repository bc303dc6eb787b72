import type { PanelView } from '@portico/plugin-grafana-common';
import { Button, EmptyState, TextLink } from '@portico/ui';
import { useRange } from '../range/RangeContext';
import { useDashboard } from './DashboardContext';

/** An empty answer, and what may fill it. */
export function NoData({ panel }: { panel: PanelView }) {
  const { adjustable, zoomOut } = useRange();
  const { query, ownValues } = useDashboard();
  const chosen = Object.keys(query.values).length > 0;
  return (
    <EmptyState
      what="No data in this range"
      why={`${
        panel.datasource ?? 'The data source'
      } answered with nothing for it.`}
      action={
        <>
          {adjustable && <Button onClick={zoomOut}>Look further back</Button>}
          {chosen && ownValues && (
            <Button onClick={ownValues}>Use the dashboard’s own values</Button>
          )}
          {panel.exploreUrl && (
            <TextLink to={panel.exploreUrl}>Explore</TextLink>
          )}
        </>
      }
    />
  );
}
