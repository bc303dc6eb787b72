import type {
  DashboardView,
  OverviewChoice,
  PanelView,
} from '@portico/plugin-grafana-common';
import { Section, TextLink, Waiting } from '@portico/ui';
import { useMemo, useRef } from 'react';
import { CrosshairProvider } from '../crosshair';
import {
  useDashboards,
  useEntityRef,
  useTabLink,
} from '../entity/useDashboards';
import { DashboardProvider } from '../frame/DashboardContext';
import { Panel } from '../frame/Panel';
import { useInView } from '../grid/useInView';
import { Problem } from '../problems/Problem';
import { refreshSeconds } from '../refresh/refreshSeconds';
import { useRounds } from '../refresh/useRounds';
import { useDashboardView } from '../tab/useDashboardView';
import styles from './OverviewPanels.module.css';

const MOST = 4;
/** Where the dashboard says nothing; the overview is looked at for minutes, not for hours. */
const REFRESH_SECONDS = 60;

/** The chosen panels in their order; the first of a repeated one. */
function panelsOf(view: DashboardView, { panelIds }: OverviewChoice) {
  return panelIds
    .map(id =>
      view.panels.find(panel => panel.kind === 'panel' && panel.id === id),
    )
    .filter((panel): panel is PanelView => panel !== undefined)
    .slice(0, MOST);
}

function Place({ panel }: { panel: PanelView }) {
  const ref = useRef<HTMLDivElement>(null);
  const seen = useInView(ref);
  return (
    <div ref={ref} className={styles.place}>
      <Panel panel={panel} seen={seen} />
    </div>
  );
}

function Chosen({ choice }: { choice: OverviewChoice }) {
  const { instance, uid } = choice;
  const entityRef = useEntityRef();
  const address = useMemo(
    () => ({ entityRef, instance, uid }),
    [entityRef, instance, uid],
  );
  const { value, error, reload } = useDashboardView(address, { values: {} });
  const link = useTabLink();
  const view = value?.view;
  const { round } = useRounds(
    refreshSeconds(view?.refresh ?? '') ?? REFRESH_SECONDS,
  );
  const otherDashboards = link();
  const shared = useMemo(
    () => ({ address, query: { values: {} }, round, otherDashboards }),
    [address, round, otherDashboards],
  );
  if (!view) {
    return (
      <Section title="Dashboards" tone={error ? 'stale' : 'fine'}>
        {error ? (
          <Problem error={error} ways={{ otherDashboards }} retry={reload} />
        ) : (
          <Waiting rows={6} what="Grafana" />
        )}
      </Section>
    );
  }
  const panels = panelsOf(view, choice);
  if (panels.length === 0) return null;
  return (
    <DashboardProvider value={shared}>
      <CrosshairProvider mode={view.crosshair}>
        <div>
          <div className={styles.panels} data-count={panels.length}>
            {panels.map(panel => (
              <Place key={panel.key} panel={panel} />
            ))}
          </div>
          <p className={styles.source}>
            Grafana: <TextLink to={link(choice)}>{view.title}</TextLink>
          </p>
        </div>
      </CrosshairProvider>
    </DashboardProvider>
  );
}

/** One to four panels of the entity's dashboards, side by side; nothing where none are chosen. */
export function OverviewPanels() {
  const { value: list, error, reload } = useDashboards();
  if (!list && error) {
    return (
      <Section title="Dashboards" tone="stale">
        <Problem error={error} ways={{}} retry={reload} />
      </Section>
    );
  }
  return list?.overview ? <Chosen choice={list.overview} /> : null;
}
