import { Waiting } from '@portico/ui';
import { useMemo, type ReactNode } from 'react';
import type { DashboardAddress } from '../api/grafanaApiRef';
import { CrosshairProvider } from '../crosshair';
import { useTabLink } from '../entity/useDashboards';
import { DashboardProvider } from '../frame/DashboardContext';
import { PanelGrid } from '../grid/PanelGrid';
import { Problem } from '../problems/Problem';
import { RangeProvider } from '../range/RangeContext';
import { OFF, refreshSeconds } from '../refresh/refreshSeconds';
import { useRounds } from '../refresh/useRounds';
import { CROSSHAIRS, Controls } from './Controls';
import { DashboardHead } from './DashboardHead';
import styles from './DashboardsTab.module.css';
import { useDashboardView } from './useDashboardView';
import { useFollowing } from './useFollowing';
import type { TabControl } from './useTabState';

/** Shown until the dashboard has said what it wants. */
const RANGE = { from: 'now-6h', to: 'now' };

/** One dashboard with its controls; the verdict stands at the left of them. */
export function Dashboard(props: {
  address: DashboardAddress;
  control: TabControl;
  verdict: ReactNode;
  above: ReactNode;
}) {
  const { address, control, verdict, above } = props;
  const { state, setRange, clearValues } = control;
  const { from, to, values } = state;
  const { value, error, loading, reload } = useDashboardView(address, {
    from,
    to,
    values,
  });
  const view = value?.view;
  const choose = useFollowing(control, view?.variables ?? [], error);
  const range = {
    from: from ?? view?.time.from ?? RANGE.from,
    to: to ?? view?.time.to ?? RANGE.to,
  };
  const interval = state.refresh ?? view?.refresh ?? OFF;
  const moves = range.to.includes('now');
  const { round, next } = useRounds(
    moves ? refreshSeconds(interval) : undefined,
  );
  const otherDashboards = useTabLink()();
  // Panels follow another range at once; other values only once the dashboard has said what is there for them.
  const known = JSON.stringify([address, from, to, value?.query.values]);
  const shared = useMemo(
    () => ({
      address,
      query: { from, to, values: value?.query.values ?? {} },
      round,
      ownRange: () => setRange(undefined),
      ownValues: clearValues,
      otherDashboards,
    }),
    [known, round, otherDashboards], // eslint-disable-line react-hooks/exhaustive-deps
  );
  const crosshair =
    CROSSHAIRS.find(mode => mode === state.crosshair) ??
    view?.crosshair ??
    'crosshair';
  return (
    <RangeProvider range={range} set={setRange}>
      <div className={styles.line}>
        {verdict}
        <Controls
          interval={interval}
          own={view?.refresh}
          onInterval={control.setRefresh}
          onNow={next}
          crosshair={crosshair}
          onCrosshair={control.setCrosshair}
        />
      </div>
      {above}
      {error && (
        <Problem
          error={error}
          ways={{ ...shared, url: view?.url }}
          retry={reload}
        />
      )}
      {!view && !error && <Waiting rows={8} what="Grafana" />}
      {view && (
        <DashboardProvider value={shared}>
          <div aria-busy={loading} className={styles.body}>
            <DashboardHead
              view={view}
              address={address}
              query={shared.query}
              onChange={choose}
            />
            <CrosshairProvider mode={crosshair}>
              <PanelGrid panels={view.panels} />
            </CrosshairProvider>
          </div>
        </DashboardProvider>
      )}
    </RangeProvider>
  );
}
