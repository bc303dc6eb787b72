import type { PanelData, PanelView } from '@portico/plugin-grafana-common';
import type { ComponentType } from 'react';

/** What a kind of panel is given to draw. */
export interface PanelProps {
  panel: PanelView;
  data: PanelData;
  /** Room in CSS pixels; the panel fills it and never scrolls the page. */
  width: number;
  height: number;
  /** Name and summary of the panel, for readers; a drawing carries it as its label. */
  label: string;
}

/** One kind of panel that is drawn here. */
export interface PanelKind {
  /** Grafana's ids of it, e.g. `['timeseries', 'trend']`. */
  types: readonly string[];
  /** Its component, in a chunk of its own. */
  load(): Promise<{ default: ComponentType<PanelProps> }>;
  /** What the drawing says, in one or two sentences, with values and units: read out, and shown over the data table. */
  summarize(panel: PanelView, data: PanelData): string;
}
