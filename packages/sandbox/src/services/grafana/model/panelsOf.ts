import type { JsonObject } from '../datasources';
import type { LibraryPanels } from './LibraryPanels';
import { isObject, textOf } from './spec';
import type { StoredDashboard } from './types';

/** What a person sees of a panel before it is drawn. */
export interface PanelOutline {
  id: number;
  title: string;
  type: string;
}

/** The panels of a dashboard in their order, those in rows too; library panels under their own names. */
export function panelsOf(
  { schema, json }: StoredDashboard,
  library: LibraryPanels,
): PanelOutline[] {
  const outlines =
    schema === 'v2' ? elementsOf(json) : listOf(json.panels).flatMap(classic);
  return outlines.map(({ id, title, type, libraryUid }) => {
    const shared = library.list().find(({ uid }) => uid === libraryUid);
    return {
      id,
      title: title || (shared?.name ?? ''),
      type: shared?.type ?? type,
    };
  });
}

/** The panel that an address names: `4`, `panel-4`, or `panel-4-clone-1` of one that is repeated. */
export function findPanel(
  panels: PanelOutline[],
  key: string,
): PanelOutline | undefined {
  const [, id] = /^(?:panel-)?(\d+)/.exec(key) ?? [];
  return panels.find(panel => String(panel.id) === id);
}

type Found = PanelOutline & { libraryUid?: string };

function classic(panel: JsonObject): Found[] {
  const inside = listOf(panel.panels).flatMap(classic);
  return panel.type === 'row' ? inside : [outlineOf(panel, panel), ...inside];
}

function elementsOf({ elements }: JsonObject): Found[] {
  if (!isObject(elements)) return [];
  return Object.values(elements)
    .filter(isObject)
    .map(({ spec }) => {
      const panel = isObject(spec) ? spec : {};
      const config = isObject(panel.vizConfig) ? panel.vizConfig : {};
      return outlineOf(panel, { type: config.group ?? config.kind });
    })
    .sort((a, b) => a.id - b.id);
}

function outlineOf(panel: JsonObject, { type }: JsonObject): Found {
  const shared = isObject(panel.libraryPanel) ? panel.libraryPanel : {};
  return {
    id: Number(panel.id ?? 0),
    title: textOf(panel.title) ?? '',
    type: textOf(type) ?? '',
    libraryUid: textOf(shared.uid),
  };
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
