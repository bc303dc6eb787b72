import type {
  DashboardList,
  DashboardSummary,
} from '@portico/plugin-grafana-common';
import { ErrorState, TextLink, Waiting, type Live } from '@portico/ui';
import { AlertsSection } from '../alerts/AlertsSection';
import { AlertVerdict } from '../alerts/AlertVerdict';
import { useAlerts } from '../alerts/useAlerts';
import { NotConnected, NotLinked } from '../entity/NotLinked';
import {
  useDashboards,
  useEntityRef,
  useTabLink,
} from '../entity/useDashboards';
import { Problem } from '../problems/Problem';
import { problemWords } from '../problems/problemWords';
import { Chooser } from './Chooser';
import { Dashboard } from './Dashboard';
import styles from './DashboardsTab.module.css';
import { useTabState, type TabState } from './useTabState';

/** What the address names; where it names nothing, the one that the overview is of, or the first. */
function chosenOf(
  { items, overview }: DashboardList,
  { uid, instance }: TabState,
): DashboardSummary | undefined {
  if (!uid) {
    return items.find(it => it.uid === overview?.uid) ?? items[0];
  }
  return items.find(
    it => it.uid === uid && (!instance || it.instance === instance),
  );
}

function Failures({ failures }: Pick<DashboardList, 'failures'>) {
  return (
    <>
      {failures.map(({ instance, message }) => (
        <ErrorState
          key={instance}
          inline
          state="stale"
          what={`${instance} could not be asked; its dashboards may be missing.`}
          why={message}
        />
      ))}
    </>
  );
}

function Content(props: { live: Live<DashboardList>; list: DashboardList }) {
  const { live, list } = props;
  const control = useTabState();
  const entityRef = useEntityRef();
  const alerts = useAlerts(entityRef);
  const link = useTabLink();
  const chosen = chosenOf(list, control.state);
  const verdict = <AlertVerdict live={alerts} />;
  const above = (
    <>
      <AlertsSection live={alerts} entityRef={entityRef} />
      <div className={styles.dashboards}>
        <Failures failures={list.failures} />
        {live.error && (
          <ErrorState
            inline
            state="stale"
            what="The list of dashboards is not current."
            why={problemWords(live.error).why}
            retry={live.reload}
          />
        )}
        <Chooser items={list.items} chosen={chosen} linkTo={link} />
      </div>
    </>
  );
  if (chosen) {
    const { instance, uid } = chosen;
    return (
      <Dashboard
        key={`${instance} ${uid}`}
        address={{ entityRef, instance, uid }}
        control={control}
        verdict={verdict}
        above={above}
      />
    );
  }
  const { uid } = control.state;
  return (
    <>
      <div className={styles.line}>{verdict}</div>
      {above}
      {uid ? (
        <ErrorState
          state="failing"
          what={`The dashboard ${uid} is none of this entity's`}
          why="It was deleted, or is not chosen any more."
          action={<TextLink to={link()}>See what there is</TextLink>}
        />
      ) : (
        list.failures.length === 0 && <NotLinked list={list} />
      )}
    </>
  );
}

/** The tab *Dashboards*: alerts in a sentence and as rows, then one of the entity's dashboards with its controls. */
export function DashboardsTab() {
  const live = useDashboards();
  const { value: list, error, reload } = live;
  return (
    <div className={styles.tab}>
      {!list && !error && <Waiting rows={8} what="Grafana" />}
      {!list && error && <Problem error={error} ways={{}} retry={reload} />}
      {list?.unconfigured && <NotConnected />}
      {list && !list.unconfigured && <Content live={live} list={list} />}
    </div>
  );
}
