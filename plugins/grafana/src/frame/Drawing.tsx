import type { PanelData, PanelView } from '@portico/plugin-grafana-common';
import { Suspense } from 'react';
import type { DrawnKind } from '../panels/registry';
import { DrawingBoundary } from './DrawingBoundary';
import styles from './PanelFrame.module.css';
import { PanelWaiting } from './PanelWaiting';
import { panelName } from './panelWords';
import type { Size } from './useSize';

/** The drawing of a panel, in the room that it has. */
export function Drawing(props: {
  panel: PanelView;
  data: PanelData;
  drawn: DrawnKind;
  size: Size;
  /** It is of a time before, or of other values. */
  old: boolean;
}) {
  const { panel, data, drawn, size, old } = props;
  const summary = drawn.kind.summarize(panel, data);
  const label = [panelName(panel), summary].filter(Boolean).join('. ');
  return (
    <div className={`${styles.drawing} ${old ? styles.old : ''}`}>
      <DrawingBoundary url={panel.url} of={data}>
        <Suspense fallback={<PanelWaiting height={size.height} />}>
          <drawn.Drawing
            panel={panel}
            data={data}
            width={size.width}
            height={size.height}
            label={label}
          />
        </Suspense>
      </DrawingBoundary>
    </div>
  );
}
