import type { PanelData, PanelView } from '@portico/plugin-grafana-common';
import { ErrorState, formatClock } from '@portico/ui';
import type { RefObject } from 'react';
import type { DrawnKind } from '../panels/registry';
import { Problem } from '../problems/Problem';
import { useDashboard } from './DashboardContext';
import { DataTable } from './DataTable';
import { Drawing } from './Drawing';
import { NoData } from './NoData';
import styles from './PanelFrame.module.css';
import { PanelWaiting } from './PanelWaiting';
import { isEmpty, panelName } from './panelWords';
import type { Loaded } from './useLoaded';
import type { Size } from './useSize';

/** Kinds that show something without a single row of data. */
const DRAWN_EMPTY = ['text'];

function Failures({ failures }: Pick<PanelData, 'failures'>) {
  return (
    <>
      {failures.map(({ refId, message }) => (
        <ErrorState
          key={refId}
          inline
          state="failing"
          what={`Query ${refId} failed.`}
          why={message}
        />
      ))}
    </>
  );
}

/** What stands below a panel's head: the drawing or its numbers, and over them what is wrong with them. */
export function PanelBody(props: {
  panel: PanelView;
  drawn: DrawnKind;
  live: Loaded<PanelData>;
  asTable: boolean;
  room: RefObject<HTMLDivElement>;
  size?: Size;
}) {
  const { panel, drawn, live, asTable, room, size } = props;
  const { value: data, error, loading, matches, reload } = live;
  const dashboard = useDashboard();
  const ways = { ...dashboard, url: panel.url, exploreUrl: panel.exploreUrl };
  const problem = error && (
    <Problem
      error={error}
      ways={ways}
      retry={reload}
      showing={data && formatClock(new Date(data.asOf))}
    />
  );
  const old = error !== undefined || (loading && !matches);
  const empty = data && isEmpty(data) && !DRAWN_EMPTY.includes(panel.type);
  return (
    <>
      {data && (problem || data.failures.length > 0) && (
        <div className={styles.partial}>
          {problem}
          <Failures failures={data.failures} />
        </div>
      )}
      <div ref={room} className={styles.room}>
        {!data && problem && <div className={styles.words}>{problem}</div>}
        {!data && !problem && (
          <PanelWaiting height={size?.height} what={panel.datasource} />
        )}
        {data && empty && (
          <div className={styles.words}>
            {data.failures.length === 0 && (
              <NoData panel={panel} height={size?.height ?? 0} />
            )}
          </div>
        )}
        {data && !empty && asTable && (
          <div className={styles.asTable}>
            <p className={styles.summary}>
              {drawn.kind.summarize(panel, data)}
            </p>
            <DataTable data={data} label={`${panelName(panel)}, numbers`} />
          </div>
        )}
        {data && !empty && !asTable && size && (
          <Drawing
            panel={panel}
            data={data}
            drawn={drawn}
            size={size}
            old={old}
          />
        )}
      </div>
    </>
  );
}
