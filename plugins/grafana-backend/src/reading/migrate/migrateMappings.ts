import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import { numberOf, objectsOf } from '../json';

const VALUE = 1;

/** Value mappings as they were up to Grafana 7: one text for one value or one range. */
export function migrateMappings(mappings: JsonValue | undefined): JsonArray {
  return objectsOf(mappings).map(mapping =>
    typeof mapping.type === 'string' ? mapping : migrateMapping(mapping),
  );
}

/** Those of panels that are older still: `valueMaps`, or `rangeMaps` if `mappingType` is 2. */
export function mappingsOf(panel: JsonObject): JsonArray {
  const ranges = numberOf(panel.mappingType) === 2;
  return objectsOf(ranges ? panel.rangeMaps : panel.valueMaps).map(map =>
    migrateMapping({ ...map, type: ranges ? 2 : VALUE }),
  );
}

function migrateMapping(mapping: JsonObject): JsonObject {
  const { type, value, from, to, text } = mapping;
  const result = { text: text ?? '' };
  if (Number(type) === VALUE) {
    return value === 'null' || value === null
      ? { type: 'special', options: { match: 'null', result } }
      : { type: 'value', options: { [String(value)]: result } };
  }
  return from === 'null' && to === 'null'
    ? { type: 'special', options: { match: 'null', result } }
    : {
        type: 'range',
        options: {
          from: numberOf(from) ?? null,
          to: numberOf(to) ?? null,
          result,
        },
      };
}
