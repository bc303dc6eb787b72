import type { PanelView } from '@portico/plugin-grafana-common';
import { Button, EmptyState, TextLink } from '@portico/ui';
import { useRange } from '../range/RangeContext';
import { useDashboard } from './DashboardContext';

/** Lower rooms hold one sentence. */
const LOW_PX = 120;

/** An empty answer, and what may fill it. */
export function NoData(props: { panel: PanelView; height: number }) {
  const { panel, height } = props;
  const { adjustable, zoomOut } = useRange();
  const { query, ownValues } = useDashboard();
  const chosen = Object.keys(query.values).length > 0;
  if (height < LOW_PX) return <EmptyState what="No data in this range" />;
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
