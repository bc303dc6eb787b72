import type { Request } from 'express';
import { html } from '../../../kit';
import type { GrafanaContext } from '../GrafanaContext';
import { findPanel, panelsOf } from '../model/panelsOf';
import { isObject, textOf } from '../model/spec';
import type { StoredDashboard, StoredFolder } from '../model/types';
import { dashboardUrl } from '../present/presentDashboard';
import { folderUrl } from '../present/presentFolder';
import { text } from '../routes/parameters';
import { facts, grafanaPage, links } from './grafanaPage';
import { variablesOf } from './variablesOf';

/** A dashboard, or one panel of it, with the range and the values that the address has. */
export function dashboardPage(
  context: GrafanaContext,
  dashboard: StoredDashboard,
  request: Request,
) {
  const { folders, libraryPanels } = context;
  const panels = panelsOf(dashboard, libraryPanels);
  const key = text(request, 'viewPanel') ?? text(request, 'panelId');
  const panel = key === undefined ? undefined : findPanel(panels, key);
  const folder = folders.find(dashboard.folderUid);
  const { from, to } = rangeOf(dashboard, request);
  return grafanaPage({
    title: dashboard.title,
    body: html`${key !== undefined &&
    facts('Panel', [
      ['title', panel?.title ?? `There is no panel '${key}'`],
      ['type', panel?.type ?? ''],
      ['id', panel ? String(panel.id) : ''],
    ])}
    ${facts('Shown', [
      ['folder', folder?.title ?? 'Dashboards'],
      ['tags', dashboard.tags.join(', ')],
      ['from', from],
      ['to', to],
      ['time zone', text(request, 'timezone') ?? text(request, 'tz') ?? ''],
    ])}
    ${facts(
      'Variables',
      variablesOf(request).map(([name, values]) => [name, values.join(', ')]),
    )}
    ${links(
      'Panels',
      panels.map(({ id, title, type }) => ({
        href: panelUrl(dashboard, request, id),
        text: title || `Panel ${id}`,
        more: type,
      })),
    )}`,
  });
}

export function folderPage(context: GrafanaContext, folder: StoredFolder) {
  const { dashboards, alertRules } = context;
  return grafanaPage({
    title: folder.title,
    body: html`${dashboardLinks(dashboards.in(folder.uid))}
    ${links(
      'Alert rules',
      alertRules.in(folder.uid).map(({ uid, title, ruleGroup }) => ({
        href: `/alerting/grafana/${uid}/view`,
        text: title,
        more: ruleGroup,
      })),
    )}`,
  });
}

/** What there is. */
export function overviewPage(context: GrafanaContext) {
  const { folders, dashboards, datasources } = context;
  return grafanaPage({
    title: 'Home',
    body: html`${links(
      'Folders',
      folders.list().map(folder => ({
        href: folderUrl(folder),
        text: folder.title,
        more: `${dashboards.in(folder.uid).length} dashboards`,
      })),
    )}
    ${dashboardLinks(dashboards.in(undefined))}
    ${links('Alerting', [
      { href: '/alerting/list', text: 'Alert rules' },
      { href: '/alerting/silences', text: 'Silences' },
    ])}
    ${facts(
      'Data sources',
      datasources.map(({ name, type, uid }) => [name, `${type}, ${uid}`]),
    )}`,
  });
}

function dashboardLinks(dashboards: StoredDashboard[]) {
  return links(
    'Dashboards',
    dashboards.map(one => ({
      href: dashboardUrl(one),
      text: one.title,
      more: one.tags.join(', '),
    })),
  );
}

/** The same range and values, with one panel alone. */
function panelUrl(dashboard: StoredDashboard, request: Request, id: number) {
  const { searchParams } = new URL(request.originalUrl, 'http://sandbox');
  searchParams.set('viewPanel', `panel-${id}`);
  return `${dashboardUrl(dashboard)}?${searchParams}`;
}

/** Of the address, else what the dashboard was saved with. */
function rangeOf({ json }: StoredDashboard, request: Request) {
  const settings = isObject(json.time) ? json.time : json.timeSettings;
  const saved = isObject(settings) ? settings : {};
  return {
    from: text(request, 'from') ?? textOf(saved.from) ?? 'now-6h',
    to: text(request, 'to') ?? textOf(saved.to) ?? 'now',
  };
}
