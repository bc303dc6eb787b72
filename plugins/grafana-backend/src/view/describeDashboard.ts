import type {
  DashboardView,
  VariableOption,
  VariableView,
} from '@portico/plugin-grafana-common';
import type { WorkedOut } from '../variables/WorkedOut';
import { describe } from './describePanel';
import { dashboardUrl } from './links';
import type { OpenDashboard } from './OpenDashboard';

/** More options than that are looked for by text. */
export const MOST_OPTIONS = 200;

/** A dashboard as the browser gets it: without queries. */
export function describeDashboard(open: OpenDashboard): DashboardView {
  const { client, model, range, summary, variables, at } = open;
  return {
    instance: client.instance.name,
    uid: model.uid,
    title: model.title,
    description: model.description,
    tags: model.tags,
    schema: model.schema,
    url: dashboardUrl(summary.url, {
      instance: client.instance,
      raw: range.raw,
      variables,
    }),
    time: open.time,
    refresh: model.refresh,
    crosshair: model.crosshair,
    variables: variables.map(describeVariable),
    panels: open.placed.map(placed => describe(open, placed)),
    asOf: at.toISOString(),
  };
}

function describeVariable(worked: WorkedOut): VariableView {
  const { variable, options, current, fromEntity, filters, keys, problem } =
    worked;
  const { name, label, description, type, hide, multi, includeAll } = variable;
  const isAdHoc = type === 'adhoc';
  const sent = mostWanted(options, current);
  return {
    name,
    label,
    description,
    type,
    hide: type === 'constant' ? 'variable' : hide,
    multi,
    includeAll,
    current: isAdHoc ? [] : current,
    options: sent,
    ...(options.length > sent.length
      ? { more: options.length - sent.length }
      : {}),
    ...(isAdHoc ? { filters, keys } : {}),
    ...(fromEntity ? { fromEntity } : {}),
    ...(problem ? { problem } : {}),
  };
}

/** The first ones, and those that are chosen. */
function mostWanted(
  options: readonly VariableOption[],
  current: readonly string[],
): VariableOption[] {
  const first = options.slice(0, MOST_OPTIONS);
  const chosen = options
    .slice(MOST_OPTIONS)
    .filter(({ value }) => current.includes(value));
  return [...first, ...chosen];
}
