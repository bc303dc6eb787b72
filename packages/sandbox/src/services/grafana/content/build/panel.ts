import type { JsonObject } from '../../datasources';

/** Where a query goes. */
export interface DatasourceRef {
  type: string;
  uid: string;
}

/** What is particular about a panel; the rest is as a new panel in Grafana has it. */
export interface PanelSpec {
  id?: number;
  /** Columns of 24, and rows. */
  w?: number;
  h?: number;
  datasource?: DatasourceRef | null;
  targets?: JsonObject[];
  /** Of `fieldConfig.defaults`, e.g. `unit`. */
  defaults?: JsonObject;
  /** Of `fieldConfig.defaults.custom`. */
  custom?: JsonObject;
  overrides?: JsonObject[];
  options?: JsonObject;
  transformations?: JsonObject[];
  description?: string;
  /** Anything else at the top of the panel, e.g. `timeFrom`, `repeat`. */
  more?: JsonObject;
}

/** A panel that has no place yet. */
export interface Panel extends JsonObject {
  id?: number;
  /** Absent where the definition lies in the library. */
  type?: string;
  title: string;
  gridPos: { w: number; h: number; x: number; y: number };
}

/** A panel of the classic schema. */
export function panel(type: string, title: string, spec: PanelSpec): Panel {
  const { w = 8, h = 8, targets = [], overrides = [], options = {} } = spec;
  const datasource = spec.datasource ?? sharedDatasource(targets);
  return {
    ...(spec.id !== undefined && { id: spec.id }),
    type,
    title,
    ...(spec.description && { description: spec.description }),
    gridPos: { w, h, x: 0, y: 0 },
    ...(datasource && { datasource }),
    targets: targets.map((target, index) => ({
      refId: String.fromCharCode(65 + index),
      ...target,
    })),
    fieldConfig: {
      defaults: {
        ...spec.defaults,
        ...(spec.custom && { custom: spec.custom }),
      },
      overrides,
    },
    options,
    ...(spec.transformations && { transformations: spec.transformations }),
    ...spec.more,
  };
}

/** The data source of all targets, or the one that stands for several. */
function sharedDatasource(targets: JsonObject[]): DatasourceRef | undefined {
  const all = targets.map(({ datasource }) => datasource as DatasourceRef);
  const uids = new Set(all.map(one => one?.uid));
  return uids.size > 1 ? { type: 'datasource', uid: '-- Mixed --' } : all[0];
}

/** A panel whose definition lies in the library. */
export function libraryPanel(
  library: { uid: string; name: string },
  { w = 8, h = 8, id }: Pick<PanelSpec, 'w' | 'h' | 'id'> = {},
): Panel {
  return {
    ...(id !== undefined && { id }),
    title: library.name,
    gridPos: { w, h, x: 0, y: 0 },
    libraryPanel: library,
  };
}
