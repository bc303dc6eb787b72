import type { JsonObject } from '@backstage/types';
import type { VariableModel } from '../DashboardModel';
import { objectOf, textOf } from '../json';
import { readVariable } from '../readVariable';

const TYPES: Record<string, string> = {
  QueryVariable: 'query',
  CustomVariable: 'custom',
  ConstantVariable: 'constant',
  IntervalVariable: 'interval',
  DatasourceVariable: 'datasource',
  AdhocVariable: 'adhoc',
  TextVariable: 'textbox',
  SwitchVariable: 'switch',
};
const HIDDEN = ['dontHide', 'hideLabel', 'hideVariable'];
/** In the order of the classic schema's numbers. */
const SORTS = [
  'disabled',
  'alphabeticalAsc',
  'alphabeticalDesc',
  'numericalAsc',
  'numericalDesc',
  'alphabeticalCaseInsensitiveAsc',
  'alphabeticalCaseInsensitiveDesc',
  'naturalAsc',
  'naturalDesc',
];

/** A variable of the v2 schema, which says in words what the classic one says in numbers. */
export function readV2Variable(json: JsonObject): VariableModel | undefined {
  const kind = String(json.kind);
  const spec = objectOf(json.spec);
  return readVariable({
    ...spec,
    type: TYPES[kind] ?? kind,
    hide: Math.max(0, HIDDEN.indexOf(String(spec.hide ?? HIDDEN[0]))),
    sort: Math.max(0, SORTS.indexOf(String(spec.sort ?? SORTS[0]))),
    ...partsOf(kind, spec, json),
  });
}

function partsOf(kind: string, spec: JsonObject, json: JsonObject): JsonObject {
  switch (kind) {
    case 'QueryVariable': {
      const query = objectOf(spec.query);
      const inner = objectOf(query.spec);
      const { __legacyStringValue: text } = inner;
      return {
        query: text ?? (Object.keys(inner).length ? inner : ''),
        datasource: refIn(query) ?? spec.datasource,
      };
    }
    case 'DatasourceVariable':
      return { query: spec.pluginId };
    case 'AdhocVariable':
      return { datasource: refIn(json) ?? spec.datasource };
    case 'SwitchVariable': {
      const values = [
        spec.enabledValue ?? 'true',
        spec.disabledValue ?? 'false',
      ];
      return {
        query: values.join(','),
        current: { text: spec.current, value: spec.current },
      };
    }
    default:
      return {};
  }
}

/** `group` is the type, `datasource.name` the uid. */
function refIn({ group, datasource }: JsonObject): JsonObject | undefined {
  const uid = textOf(objectOf(datasource).name);
  const type = textOf(group);
  return uid || type ? { uid, type } : undefined;
}
