import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { PanelKind, PanelProps } from './PanelKind';

/** All kinds of panels that are drawn here. Their drawings are chunks of their own. */
const KINDS: readonly PanelKind[] = [];

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
