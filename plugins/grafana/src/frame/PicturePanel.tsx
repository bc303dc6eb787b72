import { useTheme } from '@mui/material/styles';
import { useApi } from '@backstage/frontend-plugin-api';
import type { PanelView } from '@portico/plugin-grafana-common';
import { formatClock } from '@portico/ui';
import { useRef } from 'react';
import { grafanaApiRef } from '../api/grafanaApiRef';
import { sharePicture } from '../copy/share';
import { toPng } from '../copy/toPng';
import { useCopy } from '../copy/useCopy';
import { Problem } from '../problems/Problem';
import { Said } from './Said';
import { useDashboard } from './DashboardContext';
import { PanelFrame } from './PanelFrame';
import styles from './PanelFrame.module.css';
import { PanelMenu } from './PanelMenu';
import { PanelWaiting } from './PanelWaiting';
import { panelName, typeWords } from './panelWords';
import { useLoaded } from './useLoaded';
import { useSize } from './useSize';

/** Pictures are asked for in steps of so many pixels, so that many viewers ask for the same. */
const STEP_PX = 20;
const LEAST_PX = 100;

const stepped = (pixels: number) =>
  Math.max(LEAST_PX, Math.floor(pixels / STEP_PX) * STEP_PX);

/** A panel of a kind that is not drawn here, as Grafana's image renderer draws it. */
export function PicturePanel(props: { panel: PanelView; seen: boolean }) {
  const { panel, seen } = props;
  const dashboard = useDashboard();
  const { address, query, round } = dashboard;
  const api = useApi(grafanaApiRef);
  const theme = useTheme().palette.mode;
  const frame = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  const { said, copy } = useCopy();
  const wanted = {
    ...query,
    theme,
    width: stepped(size?.width ?? 0),
    height: stepped(size?.height ?? 0),
  };
  const live = useLoaded({
    key: JSON.stringify([address, panel.key, wanted]),
    round,
    seen: seen && size !== undefined,
    load: async signal => ({
      picture: await api.picture(address, panel.key, wanted, signal),
      asOf: new Date(),
    }),
  });
  const { value, error, loading, matches, reload } = live;
  const name = panelName(panel);
  const why = panel.why ?? 'Panels of this kind are not drawn here.';
  return (
    <PanelFrame
      panel={panel}
      tone={error ? 'stale' : 'fine'}
      asOf={value?.asOf.toISOString()}
      frameRef={frame}
      busy={loading}
      marks={<Said said={said} />}
      menu={
        <PanelMenu
          panel={panel}
          actions={{
            reload,
            copyPng:
              value &&
              (() => copy(() => sharePicture(toPng(frame.current!), name))),
          }}
        />
      }
    >
      <div className={styles.body}>
        {error && value && (
          <div className={styles.partial}>
            <Problem
              error={error}
              ways={{ ...dashboard, url: panel.url }}
              retry={reload}
              showing={formatClock(value.asOf)}
            />
          </div>
        )}
        <div ref={room} className={styles.room}>
          {value && (
            <img
              className={`${styles.picture} ${
                error || (loading && !matches) ? styles.old : ''
              }`}
              src={value.picture}
              alt={`${name}. ${typeWords(panel.type)}, drawn by Grafana`}
              title={why}
            />
          )}
          {!value && error && (
            <div className={styles.words}>
              <Problem
                error={error}
                ways={{ ...dashboard, url: panel.url }}
                retry={reload}
              />
            </div>
          )}
          {!value && !error && <PanelWaiting height={size?.height} />}
        </div>
      </div>
    </PanelFrame>
  );
}
