import type { JsonObject } from '@backstage/types';
import { builtInsOf } from '../../variables/builtIns';
import { formatOf } from '../../variables/formats';
import { interpolate, interpolateJson } from '../../variables/interpolate';
import type { ResolvedPanel, ResolvedTarget } from '../../view/ResolvedPanel';
import type { PanelLimits } from '../PanelLimits';
import { withAdHocFilters } from './adhoc/withAdHocFilters';
import { alignRange, roomFor } from './alignRange';
import { rateIntervalMs, spanMs, stepOf } from './interval';
import type { PlannedRequest, QueryPlan } from './QueryPlan';

/** Ends of a range lie on these, or on the step where it is shorter: for how long people share an answer. */
const SHARED_MS = 60_000;
/** The data source that hands over what another panel shows. */
export const DASHBOARD = '-- Dashboard --';
const EXPRESSION = '__expr__';
/** Their plugins fill in the intervals on the server, from the step that they come to. */
const KNOW_INTERVALS = /prometheus|^loki$/;

const isBorrowed = ({ datasource }: ResolvedTarget) =>
  datasource?.uid === DASHBOARD;
const isForServer = (target: ResolvedTarget) =>
  target.datasource !== undefined && !isBorrowed(target);
const isExpression = ({ datasource }: ResolvedTarget) =>
  datasource?.type === EXPRESSION || datasource?.uid === EXPRESSION;

/** What is to be asked for a panel, as Grafana's frontend would ask it. */
export function planQueries(
  panel: ResolvedPanel,
  options: { points: number; limits: PanelLimits },
): QueryPlan {
  const { range, values } = panel;
  const room = roomFor(options.points, options.limits.points);
  const points = Math.min(panel.maxDataPoints || room, options.limits.points);
  const asked = { from: range.from.getTime(), to: range.to.getTime() };
  const least = panel.interval || scrapeIntervalOf(panel);
  const { stepMs } = stepOf({
    ...asked,
    points,
    least: least && interpolate(least, { values, builtIns: panel.builtIns }),
  });
  const span = alignRange(asked, Math.min(stepMs, SHARED_MS));
  const builtIns = builtInsOf({
    range: { ...range, from: new Date(span.from), to: new Date(span.to) },
    dashboard: { uid: panel.dashboardUid, title: panel.dashboardTitle },
    orgId: panel.client.instance.orgId,
    values,
  });
  const intervals = builtInsOf({
    range,
    dashboard: { uid: panel.dashboardUid, title: panel.dashboardTitle },
    intervalMs: stepMs,
    rateIntervalMs: rateIntervalMs(stepMs, spanMs(scrapeIntervalOf(panel))),
  });
  const texts = { values, builtIns: { ...intervals, ...builtIns } };
  const targets = askedTargets(panel.targets);
  const write = (target: ResolvedTarget): JsonObject => {
    const { type = '', uid = '' } = target.datasource ?? {};
    const query = interpolateJson(target.query, {
      values,
      builtIns: KNOW_INTERVALS.test(type) ? builtIns : texts.builtIns,
      format: formatOf(type),
    });
    return {
      ...withAdHocFilters(query, { type, uid }, values),
      refId: target.refId,
      datasource: { type, uid },
      intervalMs: stepMs,
      maxDataPoints: points,
    };
  };
  return {
    ...span,
    stepMs,
    room: Math.max(points, room),
    requests: group(targets.filter(isForServer)).map(
      (together): PlannedRequest => ({
        datasource: nameOf(together),
        targets: together,
        body: {
          queries: together.map(write),
          from: String(span.from),
          to: String(span.to),
        },
      }),
    ),
    missing: targets.filter(({ datasource }) => !datasource),
    borrowed: targets.filter(isBorrowed),
    texts,
  };
}

/** Those that are shown; where there are expressions also those that are not, which they may be about. */
function askedTargets(targets: readonly ResolvedTarget[]): ResolvedTarget[] {
  const shown = targets.filter(({ hide }) => !hide);
  return shown.some(isExpression) ? [...targets] : shown;
}

/** One data source each, so that one that fails or dawdles does not hold up the others. */
function group(targets: ResolvedTarget[]): ResolvedTarget[][] {
  if (targets.some(isExpression)) return [targets];
  const groups = new Map<string, ResolvedTarget[]>();
  for (const target of targets) {
    const uid = target.datasource?.uid ?? '';
    groups.set(uid, [...(groups.get(uid) ?? []), target]);
  }
  return [...groups.values()];
}

function nameOf(targets: ResolvedTarget[]): string {
  const names = targets
    .filter(target => !isExpression(target))
    .map(({ datasource }) => datasource?.name ?? '');
  return [...new Set(names)].join(', ') || 'Expressions';
}

/** Least interval that the data source is set up with; that of Prometheus is 15 s otherwise. */
function scrapeIntervalOf(panel: ResolvedPanel): string | undefined {
  const { datasource = panel.targets[0]?.datasource } = panel;
  const interval = datasource?.jsonData?.timeInterval;
  if (typeof interval === 'string' && interval) return interval;
  return datasource?.type.includes('prometheus') ? '15s' : undefined;
}
