import type { JsonObject } from '@backstage/types';
import { Options } from './Options';
import { textWidth } from './textWidth';

/** https://grafana.com/docs/grafana/latest/panels-visualizations/configure-legend/ */
export interface LegendOptions {
  shown: boolean;
  mode: 'list' | 'table';
  placement: 'bottom' | 'right';
  /** Grafana's ids of the reductions, in their order. */
  calcs: string[];
  /** Title of the column that sorts it. */
  sortBy?: string;
  descending: boolean;
  /** CSS pixels, where it stands at the right. */
  width?: number;
}

export function legendOptions(options: JsonObject): LegendOptions {
  const legend = new Options(options).child('legend');
  const mode = legend.choice(
    'displayMode',
    ['list', 'table', 'hidden'],
    'list',
  );
  return {
    shown: mode !== 'hidden' && (legend.flag('showLegend') ?? true),
    mode: mode === 'table' ? 'table' : 'list',
    placement: legend.choice('placement', ['bottom', 'right'], 'bottom'),
    calcs: legend.texts('calcs'),
    sortBy: legend.text('sortBy'),
    descending: legend.flag('sortDesc') ?? false,
    width: legend.number('width'),
  };
}

/** One line of a legend. */
export interface LegendEntry {
  id: string;
  name: string;
  color: string;
  /** Drawn as a line with gaps. */
  dashed?: boolean;
  /** Drawn as an area or a cell rather than as a line. */
  block?: boolean;
  /** Whether the reader sees the series. */
  shown: boolean;
  /** Its reductions, formatted; `sort` orders by them. */
  values: { title: string; text: string; sort: number }[];
}

/** The entries in the order that the legend wants: by name, by one of its columns, or as they come. */
export function sortedEntries(
  entries: LegendEntry[],
  { sortBy, descending }: LegendOptions,
): LegendEntry[] {
  if (!sortBy) return entries;
  const way = descending ? -1 : 1;
  const of = (entry: LegendEntry) =>
    entry.values.find(({ title }) => title === sortBy)?.sort;
  return [...entries].sort((a, b) => {
    const [x, y] = [of(a), of(b)];
    if (x === undefined || y === undefined) {
      return sortBy === 'Name' ? way * a.name.localeCompare(b.name) : 0;
    }
    if (Number.isNaN(x)) return 1;
    return Number.isNaN(y) ? -1 : way * (x - y);
  });
}

const ROW = 24;
const GAP = 14;
const SWATCH = 17;
/** A drawing needs at least this, or it says nothing. */
const LEAST_PLOT = { width: 160, height: 64 };

function entryWidth({ name, values }: LegendEntry): number {
  const words = values.map(
    ({ title, text }) => `${values.length > 1 ? `${title}: ` : ''}${text}`,
  );
  return SWATCH + textWidth([name, ...words].join('  '), 12);
}

function rowsOf(entries: LegendEntry[], width: number): number {
  let [rows, used] = [1, 0];
  for (const entry of entries) {
    const wide = Math.min(entryWidth(entry), width);
    if (used > 0 && used + GAP + wide > width) {
      rows += 1;
      used = 0;
    }
    used += (used > 0 ? GAP : 0) + wide;
  }
  return rows;
}

/** How a panel's room is shared between drawing and legend. */
export interface LegendLayout {
  beside: boolean;
  plot: { width: number; height: number };
  legend?: { width: number; height: number };
}

/** Gives a legend what it needs, up to a third of the room; what is more scrolls in it. Narrow panels have it below. */
export function legendLayout(
  entries: LegendEntry[],
  options: LegendOptions,
  width: number,
  height: number,
): LegendLayout {
  const whole = { beside: false, plot: { width, height } };
  if (!options.shown || entries.length === 0) return whole;
  const table = options.mode === 'table';
  if (options.placement === 'right') {
    const cells = Math.max(...entries.map(entryWidth)) + 24;
    const most = Math.min(
      width * (table ? 0.5 : 0.42),
      width - LEAST_PLOT.width,
    );
    const wide = Math.floor(Math.min(options.width ?? cells, most));
    // Names cut to a letter or two name nothing.
    if (wide >= Math.max(80, Math.min(cells, 200) * 0.7)) {
      return {
        beside: true,
        plot: { width: width - wide, height },
        legend: { width: wide, height },
      };
    }
  }
  const rows = table ? entries.length + 1 : rowsOf(entries, width);
  const most = Math.max(ROW, height * (table ? 0.42 : 0.34));
  const high = Math.floor(
    Math.min(rows * ROW + 4, most, height - LEAST_PLOT.height),
  );
  if (high < ROW) return whole;
  return {
    beside: false,
    plot: { width, height: height - high },
    legend: { width, height: high },
  };
}
