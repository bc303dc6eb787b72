import type { JsonObject } from '@backstage/types';
import type { PanelView } from '@portico/plugin-grafana-common';
import { textOf } from '../reading/json';
import { interpolate, interpolateJson } from '../variables/interpolate';
import { drawnAs } from './drawnAs';
import type { Placed, PlacedPanel, PlacedRow } from './layOut';
import { dashboardUrl, exploreUrl } from './links';
import type { OpenDashboard } from './OpenDashboard';
import { renderText } from './renderText';
import { fillingOf, resolveTargets } from './resolvePanel';

/** A row or a panel as the browser gets it: without queries. */
export function describe(open: OpenDashboard, placed: Placed): PanelView {
  return placed.kind === 'row'
    ? describeRow(open, placed)
    : describePanel(open, placed);
}

function describeRow(
  { client, range, summary, variables, values }: OpenDashboard,
  { key, row, grid, scope }: PlacedRow,
): PanelView {
  const own = new Map([...values, ...scope]);
  return {
    key,
    id: row.id,
    kind: 'row',
    title: interpolate(row.title, { values: own, format: 'text' }),
    type: 'row',
    drawn: 'native',
    grid,
    collapsed: row.collapsed,
    ...scopeOf(scope),
    options: {},
    url: dashboardUrl(summary.url, {
      instance: client.instance,
      raw: range.raw,
      variables,
      scope,
    }),
  };
}

function describePanel(open: OpenDashboard, placed: PlacedPanel): PanelView {
  const { client, inventory, range, summary, variables } = open;
  const { key, panel, grid, row, scope } = placed;
  const { filling, timeInfo } = fillingOf(open, placed);
  const { values } = filling;
  const words = (text?: string) =>
    text && interpolate(text, { ...filling, format: 'text' });
  const targets = resolveTargets(open, panel, values);
  const own = targets.find(({ datasource }) => datasource)?.datasource;
  // One that can't be had is asked for like any other, and says why.
  const { drawn, why } = panel.problem
    ? drawnAs('timeseries', false)
    : drawnAs(panel.type, inventory.renders);
  return {
    key,
    id: panel.id,
    kind: 'panel',
    title: words(panel.title) ?? '',
    description: words(panel.description),
    type: panel.problem ? 'timeseries' : panel.type,
    drawn,
    why,
    grid,
    row,
    transparent: panel.transparent || undefined,
    ...scopeOf(scope),
    timeInfo,
    ...(panel.type === 'text'
      ? textPanel(panel.options, text =>
          interpolate(text, { ...filling, format: 'html' }),
        )
      : {
          options:
            drawn === 'native' ? interpolateJson(panel.options, filling) : {},
        }),
    datasource: own?.name,
    url: dashboardUrl(summary.url, {
      instance: client.instance,
      raw: range.raw,
      variables,
      scope,
      panelId: panel.id,
    }),
    exploreUrl: exploreUrl(client.instance, {
      targets,
      raw: range.raw,
      filling,
    }),
  };
}

function textPanel(
  { content, ...options }: JsonObject,
  fill: (text: string) => string,
): Pick<PanelView, 'html' | 'options'> {
  const mode = textOf(options.mode) ?? 'markdown';
  return { options, html: renderText(fill(textOf(content) ?? ''), mode) };
}

function scopeOf(scope: PlacedPanel['scope']): Pick<PanelView, 'scope'> {
  return scope.size === 0
    ? {}
    : {
        scope: Object.fromEntries(
          [...scope].map(([name, { texts }]) => [name, texts[0]]),
        ),
      };
}
