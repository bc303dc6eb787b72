import type { HealthVerdict } from '@portico/plugin-health-common';
import {
  formatDuration,
  StateShape,
  TextLink,
  Waiting,
  type Live,
} from '@portico/ui';
import { CrosshairProvider } from '../charts/Crosshair';
import { FigureRow } from '../entity/FigureRow';
import { deploysOf } from '../entity/HealthTop';
import { NoVerdict } from '../entity/NoVerdict';
import { OnCallCard } from '../entity/OnCallCard';
import { opening } from '../entity/VerdictSentence';
import { useStale } from '../hooks/useStale';
import { useVerdict } from '../hooks/useVerdict';
import { AlertsTable } from './AlertsTable';
import { ChartGrid } from './ChartGrid';
import styles from './HealthTab.module.css';
import { IncidentsSection } from './IncidentsSection';
import { ObjectivesPanel } from './ObjectivesPanel';
import { TabControls } from './TabControls';
import { TimelineSection } from './TimelineSection';
import { useAsked } from './useAsked';
import { useTabView } from './useTabView';
import { marksOf, useTimeline } from './useTimeline';
import { WorkloadsTable } from './WorkloadsTable';

const PRODUCTION = 'production';

/** All environments that something is known of, production first. */
function environmentsOf({ signals }: HealthVerdict): string[] {
  const others = signals.map(({ environment }) => environment ?? PRODUCTION);
  return [PRODUCTION, ...[...new Set(others)].sort()].filter(
    (one, index, all) => all.indexOf(one) === index,
  );
}

function Content({
  live,
}: {
  live: Live<HealthVerdict> & { value: HealthVerdict };
}) {
  const { value: verdict, error } = live;
  const environments = environmentsOf(verdict);
  const view = useTabView(environments);
  const { range, environment } = view;
  const timeline = useTimeline(verdict.entityRef, range);
  const [asked, onChart] = useAsked();
  const stale = useStale(verdict, error);
  const marks = marksOf(timeline.value);
  return (
    <div className={styles.tab}>
      <div className={styles.line}>
        <StateShape
          state={verdict.state}
          size={18}
          stale={stale !== undefined}
        />
        <p>
          <b>{opening(verdict, new Date())}</b> {verdict.headline}
          {stale && ` ${stale.words} `}
          {stale?.path && (
            <TextLink to={stale.path}>Status of sources</TextLink>
          )}
        </p>
        <TabControls view={view} environments={environments} />
      </div>
      {/* Figures are those of the verdict, which other environments don't decide. */}
      {environment === PRODUCTION && (
        <FigureRow verdict={verdict} marks={deploysOf(verdict)} />
      )}
      <CrosshairProvider>
        <ChartGrid
          entityRef={verdict.entityRef}
          range={range}
          environment={environment}
          marks={marks}
          onChart={onChart}
        />
      </CrosshairProvider>
      <ObjectivesPanel
        verdict={verdict}
        environment={environment}
        onChart={onChart}
      />
      <WorkloadsTable signals={verdict.signals} />
      <div className={styles.grid}>
        <div className={`${styles.eight} ${styles.stack}`}>
          <AlertsTable signals={verdict.signals} />
          <TimelineSection live={timeline} range={range} />
        </div>
        <div className={`${styles.four} ${styles.stack}`}>
          <IncidentsSection signals={verdict.signals} />
          <OnCallCard />
        </div>
      </div>
      {asked.queries > 0 && (
        <p className={styles.asked}>
          Asked {asked.sources.join(', ')}: {asked.queries}{' '}
          {asked.queries === 1 ? 'query' : 'queries'},{' '}
          {formatDuration(asked.seconds)}
        </p>
      )}
    </div>
  );
}

/** The tab *Health*: the verdict's line, figures, charts, objectives, what runs, alerts and what happened. */
export function HealthTab() {
  const live = useVerdict();
  const { value, error, reload } = live;
  if (value) return <Content live={{ ...live, value }} />;
  return (
    <div className={styles.tab}>
      {error ? (
        <NoVerdict error={error} retry={reload} />
      ) : (
        <Waiting rows={8} what="the verdict" />
      )}
    </div>
  );
}
