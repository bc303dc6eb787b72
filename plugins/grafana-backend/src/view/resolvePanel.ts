import { GrafanaProblem } from '@portico/plugin-grafana-node';
import type {
  DatasourceRef,
  PanelModel,
  TargetModel,
} from '../reading/DashboardModel';
import { findDatasource, nameOfRef } from '../reading/Inventory';
import { builtInsOf } from '../variables/builtIns';
import { filledRef } from '../variables/filledRef';
import type { Interpolation } from '../variables/interpolate';
import type { VariableValues } from '../variables/VariableValues';
import type { PlacedPanel } from './layOut';
import type { OpenDashboard } from './OpenDashboard';
import { overrideTime } from './overrideTime';
import type {
  PanelRange,
  ResolvedPanel,
  ResolvedTarget,
} from './ResolvedPanel';

const MIXED = '-- Mixed --';
const EXPRESSION = '__expr__';

/** @throws GrafanaProblem `PanelNotFoundError` */
export function findPanel(open: OpenDashboard, key: string): PlacedPanel {
  const panels = open.placed.filter(it => it.kind === 'panel');
  const found = panels.find(it => it.key === key);
  if (found) return found;
  throw new GrafanaProblem(
    'PanelNotFoundError',
    `The dashboard '${open.model.title}' has no panel '${key}' for these values. Load the dashboard again.`,
  );
}

/**
 * All that is needed to ask for the data of a panel.
 *
 * @throws GrafanaProblem where the panel itself can't be had, e.g. as its library panel is gone
 */
export function resolvePanel(
  open: OpenDashboard,
  placed: PlacedPanel,
): ResolvedPanel {
  const { panel, key } = placed;
  if (panel.problem) {
    throw new GrafanaProblem('PanelNotFoundError', panel.problem.message);
  }
  const { client, model, inventory, entityRef } = open;
  const { range, filling } = fillingOf(open, placed);
  const { values, builtIns } = filling;
  const ref = filledRef(panel.datasource, values);
  return {
    client,
    instance: client.instance.name,
    version: model.version,
    dashboardUid: model.uid,
    dashboardTitle: model.title,
    entityRef,
    key,
    id: panel.id,
    type: panel.type,
    title: panel.title,
    targets: resolveTargets(open, panel, values),
    datasource: isMixed(ref) ? undefined : findDatasource(inventory, ref),
    transformations: panel.transformations,
    fieldConfig: panel.fieldConfig,
    options: panel.options,
    maxDataPoints: panel.maxDataPoints,
    interval: panel.interval,
    queryCachingTtlMs: panel.queryCachingTtlMs,
    range,
    values,
    builtIns,
    sibling: async id => {
      const other = open.placed.find(
        it => it.kind === 'panel' && it.panel.id === id,
      );
      return other?.kind === 'panel' ? resolvePanel(open, other) : undefined;
    },
  };
}

/** What texts of a panel are filled in with, and its time. */
export function fillingOf(
  { client, model, range, values, now }: OpenDashboard,
  { panel, scope }: Pick<PlacedPanel, 'panel' | 'scope'>,
): {
  range: PanelRange;
  timeInfo?: string;
  filling: Interpolation & Required<Pick<Interpolation, 'builtIns'>>;
} {
  const own: VariableValues = new Map([...values, ...scope]);
  const builtInsFor = (time: PanelRange) =>
    builtInsOf({
      range: time,
      dashboard: model,
      orgId: client.instance.orgId,
      values: own,
    });
  const time = overrideTime(panel, range, now, {
    values: own,
    builtIns: builtInsFor(range),
  });
  return {
    ...time,
    filling: { values: own, builtIns: builtInsFor(time.range) },
  };
}

export function resolveTargets(
  { inventory }: Pick<OpenDashboard, 'inventory'>,
  panel: PanelModel,
  values: VariableValues,
): ResolvedTarget[] {
  return panel.targets.map(target => {
    const { refId, hide, query } = target;
    const ref = filledRef(refOf(panel, target), values);
    const datasource = findDatasource(inventory, ref);
    return {
      refId,
      hide,
      datasource,
      ...(datasource ? {} : { missing: nameOfRef(ref) }),
      query: datasource
        ? {
            ...query,
            datasource: { uid: datasource.uid, type: datasource.type },
          }
        : query,
    };
  });
}

/** Expressions and queries of a mixed panel have their own; else that of the panel is meant. */
function refOf(panel: PanelModel, target: TargetModel): DatasourceRef {
  const own = target.datasource;
  const isExpression =
    typeof own === 'object' &&
    (own.uid === EXPRESSION || own.type === EXPRESSION);
  return isExpression ||
    panel.datasource === undefined ||
    isMixed(panel.datasource)
    ? own
    : panel.datasource;
}

function isMixed(ref: DatasourceRef): boolean {
  return nameOfRef(ref) === MIXED;
}
