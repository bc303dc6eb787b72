import type { JsonObject } from '@backstage/types';
import type { PanelModel } from '../DashboardModel';
import { arrayOf, objectOf, objectsOf, textOf } from '../json';
import { readPanel } from '../readPanel';

/** An element of the v2 schema as a panel at the top left; undefined for what is none. */
export function readElement({
  kind,
  spec: json,
}: JsonObject): PanelModel | undefined {
  const spec = objectOf(json);
  const { id, title, description, transparent } = spec;
  switch (kind) {
    case 'LibraryPanel':
      return readPanel({ id, title, libraryPanel: spec.libraryPanel });
    case 'Panel': {
      const group = objectOf(objectOf(spec.data).spec);
      return readPanel({
        id,
        title,
        description,
        transparent,
        targets: objectsOf(group.queries).map(toTarget),
        transformations: arrayOf(group.transformations).map(it =>
          toTransformation(objectOf(it)),
        ),
        ...toQueryOptions(objectOf(group.queryOptions)),
        ...toVisualisation(objectOf(spec.vizConfig)),
      });
    }
    default:
      return undefined;
  }
}

/** Newer ones say `{ kind: 'DataQuery', group, datasource }`, older ones have the type as `kind`. */
function toTarget({ spec: json }: JsonObject): JsonObject {
  const spec = objectOf(json);
  const query = objectOf(spec.query);
  const older = objectOf(spec.datasource);
  const type = textOf(query.group) ?? textOf(older.type) ?? query.kind;
  const uid = textOf(objectOf(query.datasource).name) ?? older.uid;
  return {
    ...objectOf(query.spec),
    refId: spec.refId,
    hide: spec.hidden,
    datasource: { uid, type },
  };
}

/** Newer ones say `{ kind: 'Transformation', group }`, older ones have the id as `kind`. */
function toTransformation({ kind, group, spec: json }: JsonObject): JsonObject {
  const spec = objectOf(json);
  return { ...spec, id: textOf(spec.id) ?? textOf(group) ?? kind };
}

function toQueryOptions(options: JsonObject): JsonObject {
  const { maxDataPoints, interval, timeFrom, timeShift } = options;
  return {
    maxDataPoints,
    interval,
    timeFrom,
    timeShift,
    hideTimeOverride: options.hideTimeOverride,
    queryCachingTTL: options.queryCachingTTL,
  };
}

/** Newer ones say `{ kind: 'VizConfig', group }`, older ones have the type as `kind`. */
function toVisualisation({ kind, group, spec: json }: JsonObject): JsonObject {
  const { options, fieldConfig, pluginVersion } = objectOf(json);
  return { type: textOf(group) ?? kind, options, fieldConfig, pluginVersion };
}
