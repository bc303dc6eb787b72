import type { Component } from '../types';
import type { RepositoryPlace } from './catalogInfo';

/** The uid of a component's dashboard of rate, errors and duration. */
export const redDashboardUid = ({ name }: Component) => `${name}-red`;

/** Ids of panels on that dashboard, which others name. */
export const RED_PANELS = {
  byRoute: 2,
  errorRatio: 3,
  latency: 4,
  connections: 5,
} as const;

/** What a catalog entry says of its dashboards; most say nothing, and have those that are tagged with their name. */
export function grafanaAnnotations(
  component: Component,
  place: RepositoryPlace,
): Record<string, string> {
  switch (component.name) {
    case 'orders':
      return {
        'grafana/overview-dashboard': dashboardUrl(component, place),
        'grafana/overview-panels': `${RED_PANELS.byRoute}, ${RED_PANELS.connections}`,
      };
    case 'admin-portal':
      return {
        'grafana/dashboard-selector':
          "tags @> 'admin-portal' || tags @> 'panel-gallery'",
      };
    default:
      return {};
  }
}

/** Links of a component to Grafana: none for what does not run. */
export function grafanaLinks(component: Component, place: RepositoryPlace) {
  if (component.replicas === 0) return [];
  const url = dashboardUrl(component, place);
  return [{ url, title: 'Grafana', icon: 'dashboard' }];
}

function dashboardUrl(component: Component, { grafanaUrl }: RepositoryPlace) {
  return `${grafanaUrl}/d/${redDashboardUid(component)}`;
}
