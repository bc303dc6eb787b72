import type { SourceReports } from '@portico/plugin-sources-node';
import type { OnListed } from './discovery/DashboardIndex';

/** Tells the page *Sources* how an instance answered when it was asked for its dashboards. */
export function reportListing(
  reports: SourceReports,
  instance: string,
  { at, ms, items, error }: Parameters<OnListed>[1],
): void {
  reports.report({
    source: `grafana:${instance}`,
    by: 'grafana',
    at,
    ok: error === undefined,
    asked: Math.max(items, 1),
    answered: error ? 0 : Math.max(items, 1),
    latencyMs: ms,
    message: error?.message,
  });
}
