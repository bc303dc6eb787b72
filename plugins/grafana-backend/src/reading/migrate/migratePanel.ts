import type { JsonObject } from '@backstage/types';

/** A panel of an older kind as its successor. */
export function migratePanel(panel: JsonObject): JsonObject {
  return panel;
}
