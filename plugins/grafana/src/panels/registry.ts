import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { kind as barchart } from './barchart';
import { kind as bargauge } from './bargauge';
import { kind as gauge } from './gauge';
import { kind as heatmap } from './heatmap';
import { kind as histogram } from './histogram';
import { kind as logs } from './logs';
import type { PanelKind, PanelProps } from './PanelKind';
import { kind as pie } from './pie';
import { kind as stat } from './stat';
import { kind as state } from './state';
import { kind as table } from './table';
import { kind as text } from './text';
import { kind as timeseries } from './timeseries';

/** All kinds of panels that are drawn here. Their drawings are chunks of their own. */
const KINDS: readonly PanelKind[] = [
  barchart,
  bargauge,
  gauge,
  heatmap,
  histogram,
  logs,
  pie,
  stat,
  state,
  table,
  text,
  timeseries,
];

/** A kind with its drawing, which is loaded once the first panel of it is shown. */
export interface DrawnKind {
  kind: PanelKind;
  Drawing: LazyExoticComponent<ComponentType<PanelProps>>;
}

const byType = new Map<string, DrawnKind>(
  KINDS.flatMap(kind => {
    const drawn = { kind, Drawing: lazy(() => kind.load()) };
    return kind.types.map(type => [type, drawn] as const);
  }),
);

/** The kind of panel for one of Grafana's ids; undefined where it is not drawn here. */
export const kindOf = (type: string): DrawnKind | undefined => byType.get(type);
