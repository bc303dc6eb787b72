import type { JsonObject } from '@backstage/types';
import type { PanelModel, SectionModel } from '../DashboardModel';
import { numberOf, objectOf, objectsOf, textOf } from '../json';
import { readElement } from './readElement';

const COLUMNS = 24;
/** Of the grid: 30 px, and 8 px between. */
const LINE_PX = 38;
const GAP_PX = 8;
const ROW_PX: Record<string, number> = { short: 168, standard: 320, tall: 512 };

/** Counts the ids of rows, which have none. */
interface Reading {
  elements: JsonObject;
  nextRowId: number;
}

/** Sections of a layout; tabs are rows here, one below the other. */
export function readLayout(
  layout: JsonObject,
  elements: JsonObject,
): SectionModel[] {
  return sectionsOf(layout, { elements, nextRowId: 1 }, []);
}

function sectionsOf(
  { kind, spec: json }: JsonObject,
  reading: Reading,
  above: readonly string[],
): SectionModel[] {
  const spec = objectOf(json);
  switch (kind) {
    case 'RowsLayout':
      return objectsOf(spec.rows).flatMap(row =>
        headed(objectOf(row.spec), reading, above),
      );
    case 'TabsLayout':
      return objectsOf(spec.tabs).flatMap(tab =>
        headed(objectOf(tab.spec), reading, above),
      );
    case 'AutoGridLayout':
      return [{ panels: autoGrid(spec, reading) }];
    default:
      return grid(spec, reading);
  }
}

/** What is below one heading; headings within it are named after it. */
function headed(
  spec: JsonObject,
  reading: Reading,
  above: readonly string[],
): SectionModel[] {
  const title = textOf(spec.title) ?? '';
  const path = title ? [...above, title] : above;
  const id = reading.nextRowId++;
  const inner = sectionsOf(objectOf(spec.layout), reading, path);
  const [first, ...more] = inner;
  const repeat = repeatIn(spec);
  const isPlain = first && !first.row;
  // A heading of headings alone says nothing that those below do not say.
  if (!repeat && (spec.hideHeader === true || !isPlain)) return inner;
  const collapsed = spec.collapse === true;
  return [
    {
      row: { id, title: path.join(' / '), collapsed, repeat },
      panels: isPlain ? first.panels : [],
    },
    ...(isPlain ? more : inner),
  ];
}

/** Older dashboards have rows within the grid. */
function grid(spec: JsonObject, reading: Reading): SectionModel[] {
  const items = objectsOf(spec.items);
  const rows = items.filter(({ kind }) => kind === 'GridLayoutRow');
  const panels = gridItems(items, reading);
  return [
    ...(panels.length || rows.length === 0 ? [{ panels }] : []),
    ...rows.map(({ spec: json }) => {
      const row = objectOf(json);
      return {
        row: {
          id: reading.nextRowId++,
          title: textOf(row.title) ?? '',
          collapsed: row.collapsed === true,
          repeat: repeatIn(row),
        },
        panels: gridItems(objectsOf(row.elements), reading),
      };
    }),
  ];
}

function gridItems(items: JsonObject[], reading: Reading): PanelModel[] {
  return items.flatMap(({ kind, spec: json }) => {
    const spec = objectOf(json);
    const panel =
      kind === 'GridLayoutItem' ? elementOf(spec, reading) : undefined;
    if (!panel) return [];
    const repeat = objectOf(spec.repeat);
    const variable = repeatIn(spec);
    return [
      {
        ...panel,
        grid: {
          x: numberOf(spec.x) ?? 0,
          y: numberOf(spec.y) ?? 0,
          w: numberOf(spec.width) ?? COLUMNS,
          h: numberOf(spec.height) ?? 8,
        },
        ...(variable && {
          repeat: {
            variable,
            direction:
              repeat.direction === 'v' ? ('v' as const) : ('h' as const),
            maxPerRow: numberOf(repeat.maxPerRow) ?? 4,
          },
        }),
      },
    ];
  });
}

/** Panels of one size, as many in a line as may be. */
function autoGrid(spec: JsonObject, reading: Reading): PanelModel[] {
  const columns = Math.min(
    Math.max(1, numberOf(spec.maxColumnCount) ?? 3),
    COLUMNS,
  );
  const w = Math.floor(COLUMNS / columns);
  const px =
    spec.rowHeightMode === 'custom'
      ? numberOf(spec.rowHeight)
      : ROW_PX[String(spec.rowHeightMode)];
  const h = Math.ceil(((px ?? ROW_PX.standard) + GAP_PX) / LINE_PX);
  const found = objectsOf(spec.items).flatMap(({ spec: json }) => {
    const item = objectOf(json);
    const panel = elementOf(item, reading);
    return panel ? [{ panel, variable: repeatIn(item) }] : [];
  });
  return found.map(({ panel, variable }, at) => ({
    ...panel,
    grid: { x: (at % columns) * w, y: Math.floor(at / columns) * h, w, h },
    ...(variable && {
      repeat: { variable, direction: 'h' as const, maxPerRow: columns },
    }),
  }));
}

function elementOf(
  { element }: JsonObject,
  { elements }: Reading,
): PanelModel | undefined {
  const name = textOf(objectOf(element).name);
  return name === undefined ? undefined : readElement(objectOf(elements[name]));
}

function repeatIn({ repeat }: JsonObject): string | undefined {
  return textOf(objectOf(repeat).value);
}
