import type { PanelData, PanelView } from '@portico/plugin-grafana-common';

const TYPES: Record<string, string> = {
  barchart: 'Bar chart',
  bargauge: 'Bar gauge',
  piechart: 'Pie chart',
  timeseries: 'Time series',
};

/** The kind of a panel in words: `Bar chart`, `State timeline`. */
export function typeWords(type: string): string {
  const words = type.replace(/^grafana-|-panel$/g, '').replaceAll('-', ' ');
  return TYPES[type] ?? words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** The title, or for a panel without one what it is. */
export const panelName = ({ title, type, id }: PanelView): string =>
  title.trim() || `${typeWords(type)}, panel ${id}`;

/** Markdown without its marks, for where it is told as text. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/<[^>]*>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#{1,6}|>|[-*+])\s+/gm, '')
    .replace(/(\*\*|__|`+)(.*?)\1/g, '$2')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** Whether there is neither a row nor a reduction to show. */
export const isEmpty = ({ frames }: PanelData): boolean =>
  frames.every(
    ({ length, fields }) =>
      length === 0 &&
      fields.every(({ calcs = {} }) => Object.keys(calcs).length === 0),
  );
