import { useApi } from '@backstage/frontend-plugin-api';
import type { PanelData, PanelView } from '@portico/plugin-grafana-common';
import { grafanaApiRef } from '../api/grafanaApiRef';
import { useDashboard } from './DashboardContext';
import { useLoaded, type Loaded } from './useLoaded';

/** Points are asked for in steps, so that panels of nearly the same width share an answer. */
const STEP_POINTS = 100;
const LEAST_POINTS = 100;

const pointsFor = (width: number) =>
  Math.max(LEAST_POINTS, Math.ceil(width / STEP_POINTS) * STEP_POINTS);

const NOTHING_ASKED: Omit<PanelData, 'asOf'> = {
  frames: [],
  from: 0,
  to: 0,
  stepMs: 0,
  notices: [],
  failures: [],
  asked: { ms: 0, requests: 0 },
};

/** The data of a panel, as many points as it is wide. A text asks nothing. */
export function usePanelData(
  panel: PanelView,
  seen: boolean,
  width?: number,
): Loaded<PanelData> {
  const api = useApi(grafanaApiRef);
  const { address, query, round } = useDashboard();
  const text = panel.type === 'text';
  const points = pointsFor(width ?? 0);
  return useLoaded({
    key: JSON.stringify(
      text ? [panel.key, panel.html] : [address, panel.key, query, points],
    ),
    round: text ? 0 : round,
    seen: seen && width !== undefined,
    load: async signal =>
      text
        ? { ...NOTHING_ASKED, asOf: new Date().toISOString() }
        : api.panel(address, panel.key, { ...query, points }, signal),
  });
}
