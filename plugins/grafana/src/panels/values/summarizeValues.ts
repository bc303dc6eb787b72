import {
  formatted,
  type PanelData,
  type PanelView,
} from '@portico/plugin-grafana-common';
import { type ShownValue, shownValues } from './shownValues';

const MOST = 8;

/** Values in words: `p95 480 ms, p50 64 ms, and 3 more.` */
export function valuesInWords(values: readonly ShownValue[]): string {
  if (values.length === 0) {
    return 'No values.';
  }
  const words = values.slice(0, MOST).map(({ name, value }) => {
    const text = formatted(value) || 'no value';
    return values.length > 1 && name ? `${name} ${text}` : text;
  });
  const more = values.length - words.length;
  return `${words.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`;
}

/** The summary of a panel of single values. */
export function summarizeValues(panel: PanelView, data: PanelData): string {
  return valuesInWords(shownValues(panel, data));
}
