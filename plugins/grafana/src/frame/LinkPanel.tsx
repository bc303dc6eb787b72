import type { PanelView } from '@portico/plugin-grafana-common';
import { EmptyState, TextLink } from '@portico/ui';
import { PanelFrame } from './PanelFrame';
import styles from './PanelFrame.module.css';
import { PanelMenu } from './PanelMenu';
import { typeWords } from './panelWords';

/** A panel that is shown in Grafana alone: why, and the way there with range and values kept. */
export function LinkPanel({ panel }: { panel: PanelView }) {
  return (
    <PanelFrame panel={panel} menu={<PanelMenu panel={panel} actions={{}} />}>
      <div className={styles.body}>
        <EmptyState
          what={`${typeWords(panel.type)}: to be seen in Grafana`}
          why={panel.why ?? 'Panels of this kind are not drawn here.'}
          action={<TextLink to={panel.url}>Open in Grafana</TextLink>}
        />
      </div>
    </PanelFrame>
  );
}
