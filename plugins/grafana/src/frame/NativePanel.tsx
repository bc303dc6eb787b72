import type { PanelView } from '@portico/plugin-grafana-common';
import { useRef, useState } from 'react';
import { sharePicture, shareText } from '../copy/share';
import { toCsv } from '../copy/toCsv';
import { toPng } from '../copy/toPng';
import { useCopy } from '../copy/useCopy';
import type { DrawnKind } from '../panels/registry';
import { problemWords } from '../problems/problemWords';
import { Notices } from './Notices';
import { PanelBody } from './PanelBody';
import { PanelFrame } from './PanelFrame';
import styles from './PanelFrame.module.css';
import { PanelMenu } from './PanelMenu';
import { isEmpty, panelName } from './panelWords';
import { Said } from './Said';
import { usePanelData } from './usePanelData';
import { useSize } from './useSize';

/** A panel that is drawn here from its data, with its numbers as a table and its copies. */
export function NativePanel(props: {
  panel: PanelView;
  seen: boolean;
  drawn: DrawnKind;
}) {
  const { panel, seen, drawn } = props;
  const frame = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  const live = usePanelData(panel, seen, size?.width);
  const [asTable, setAsTable] = useState(false);
  const { said, copy } = useCopy();
  const { error, loading, reload } = live;
  // What was seen before says nothing once the panel, its data source or its values are gone.
  const data = error && !problemWords(error).keepsOld ? undefined : live.value;
  const name = panelName(panel);
  const text = panel.type === 'text';
  const numbers = data && !text && !isEmpty(data) ? data : undefined;
  return (
    <PanelFrame
      panel={panel}
      tone={error ? 'stale' : 'fine'}
      asOf={text ? undefined : data?.asOf}
      frameRef={frame}
      busy={loading && seen}
      marks={
        <>
          <Said said={said} />
          {data && <Notices notices={data.notices} />}
        </>
      }
      menu={
        <PanelMenu
          panel={panel}
          actions={{
            asTable,
            toggleTable: numbers && (() => setAsTable(!asTable)),
            copyCsv:
              numbers && (() => copy(() => shareText(toCsv(numbers), name))),
            copyPng:
              data &&
              (() => copy(() => sharePicture(toPng(frame.current!), name))),
            reload: text ? undefined : reload,
          }}
        />
      }
    >
      <div className={styles.body}>
        <PanelBody
          panel={panel}
          drawn={drawn}
          live={{ ...live, value: data }}
          asTable={asTable && numbers !== undefined}
          room={room}
          size={size}
        />
      </div>
    </PanelFrame>
  );
}
