import type { PanelView } from '@portico/plugin-grafana-common';
import { kindOf } from '../panels/registry';
import { LinkPanel } from './LinkPanel';
import { NativePanel } from './NativePanel';
import { PicturePanel } from './PicturePanel';

/** One panel: drawn here, as a picture of Grafana's, or as a link. Reads nothing before it is `seen`. */
export function Panel(props: { panel: PanelView; seen: boolean }) {
  const { panel, seen } = props;
  if (panel.drawn === 'picture') return <PicturePanel {...props} />;
  const drawn = panel.drawn === 'native' ? kindOf(panel.type) : undefined;
  return drawn ? (
    <NativePanel panel={panel} seen={seen} drawn={drawn} />
  ) : (
    <LinkPanel panel={panel} />
  );
}
