import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import type { GrafanaContext } from '../GrafanaContext';
import { GrafanaError } from '../GrafanaError';
import { findPanel, panelsOf } from '../model/panelsOf';
import { variablesOf } from '../pages/variablesOf';
import { text } from '../routes/parameters';
import { drawPanel } from './drawPanel';

/** As the image renderer has it: https://github.com/grafana/grafana-image-renderer */
const MOST = 3000;

/** Pictures of panels and dashboards: https://grafana.com/docs/grafana/latest/setup-grafana/image-rendering/ */
export function createRenderRoutes(context: GrafanaContext) {
  const { dashboards, libraryPanels } = context;
  const router = PromiseRouter();

  router.get(
    ['/render/d-solo/:uid/:slug?', '/render/d/:uid/:slug?'],
    (request, response) => {
      const scale = Math.min(4, Number(text(request, 'scale')) || 1);
      const width = sizeOf(request, 'width', 1000) * scale;
      const height = sizeOf(request, 'height', 500) * scale;
      const theme = text(request, 'theme') === 'light' ? 'light' : 'dark';
      const dashboard = dashboards.find(request.params.uid);
      const key = text(request, 'panelId') ?? text(request, 'viewPanel');
      const panel =
        dashboard && key
          ? findPanel(panelsOf(dashboard, libraryPanels), key)
          : undefined;
      const from = text(request, 'from') ?? 'now-6h';
      const to = text(request, 'to') ?? 'now';
      const variables = variablesOf(request).map(
        ([name, values]) => `${name} = ${values.join(', ')}`,
      );
      const png = drawPanel({
        width: Math.min(MOST, Math.round(width)),
        height: Math.min(MOST, Math.round(height)),
        theme,
        title:
          !key || panel
            ? panel?.title ?? dashboard?.title ?? ''
            : 'Panel not found',
        lines: [
          dashboard?.title ?? 'Dashboard not found',
          ...(panel ? [`${panel.type}, panel ${panel.id}`] : []),
          `${from} to ${to} ${text(request, 'tz') ?? ''}`,
          ...variables,
        ],
      });
      response.type('png').set('cache-control', 'private').send(png);
    },
  );

  return router;
}

/** @throws GrafanaError 400 */
function sizeOf(request: Request, name: string, other: number): number {
  const given = text(request, name);
  if (given === undefined) return other;
  const size = Number(given);
  if (!Number.isInteger(size)) {
    throw new GrafanaError(400, 'Render parameters error');
  }
  return size < 10 ? other : Math.min(MOST, size);
}
