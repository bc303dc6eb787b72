import type { JsonObject } from '../../datasources';

/** A panel of the classic schema, as far as tests read it. */
export interface SavedPanel extends JsonObject {
  id: number;
  type?: string;
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: JsonObject[];
  /** In a row that is closed. */
  isFolded?: boolean;
}

/** Rows and panels of a dashboard of the classic schema, also those in closed rows and in rows of old. */
export function panelsOf(json: JsonObject): SavedPanel[] {
  const { panels = [], rows = [] } = json as {
    panels?: (SavedPanel & { panels?: SavedPanel[] })[];
    rows?: { panels: SavedPanel[] }[];
  };
  return [
    ...panels.flatMap(one => [
      one,
      ...(one.panels ?? []).map(inside => ({ ...inside, isFolded: true })),
    ]),
    ...rows.flatMap(one => one.panels),
  ];
}

/** Queries of a dashboard, with the data source that they have from their panel. */
export function targetsOf(json: JsonObject): JsonObject[] {
  return panelsOf(json).flatMap(({ targets = [], datasource }) =>
    targets.map(target => ({ datasource, ...target })),
  );
}
