import type { EntityCost } from '@portico/plugin-cost-common';
import { Section, Waiting, type Live } from '@portico/ui';
import { isNothingKnown } from '../entity/isNothingKnown';
import { NothingAttributed } from '../entity/NothingAttributed';
import { useCostEntity, useEntityCost } from '../hooks/useEntityCost';
import { METRIC_WORDS } from '../parts/basisWords';
import { DailyPanel } from '../parts/chart/DailyPanel';
import { NoCost } from '../parts/NoCost';
import { useLast } from '../page/frame/useLast';
import { AlertsSection } from './AlertsSection';
import { AnomaliesSection } from './AnomaliesSection';
import { ChangesSection } from './ChangesSection';
import styles from './CostTab.module.css';
import { FigureRow } from './FigureRow';
import {
  EnvironmentsSection,
  KindsSection,
  UnitsSection,
} from './PartsSections';
import { SavingsSection } from './SavingsSection';
import { SharesTable } from './shares/SharesTable';
import { TabHead } from './TabHead';
import { useTabView, type TabView } from './useTabView';

function Content(props: {
  live: Live<EntityCost> & { value: EntityCost };
  view: TabView;
  title: string;
}) {
  const { live, view, title } = props;
  const { value: cost, error, reload } = live;
  const { currency, metric } = cost.basis;
  const head = <TabHead cost={cost} view={view} error={error} retry={reload} />;
  if (isNothingKnown(cost)) {
    return (
      <>
        {head}
        <Section label="Cost">
          <NothingAttributed cost={cost} title={title} />
        </Section>
      </>
    );
  }
  return (
    <>
      {head}
      <FigureRow cost={cost} />
      <div className={styles.grid}>
        <DailyPanel
          className={styles.eight}
          title={`By ${view.by.title.toLowerCase()}, each day`}
          chart={cost.chart}
          currency={currency}
          meta={`${currency}, ${METRIC_WORDS[metric]}`}
        />
        <div className={styles.four}>
          <ChangesSection cost={cost} />
        </div>
        <div className={`${styles.eight} ${styles.stack}`}>
          <SharesTable cost={cost} view={view} />
          <AnomaliesSection cost={cost} onResolved={reload} />
        </div>
        <div className={`${styles.four} ${styles.stack}`}>
          <EnvironmentsSection cost={cost} />
          <KindsSection cost={cost} />
          <UnitsSection cost={cost} />
          <AlertsSection cost={cost} />
          <SavingsSection cost={cost} />
        </div>
      </div>
    </>
  );
}

/** The tab *Cost*: the verdict, figures, days, what it is made of down to resources and days, what changed and why. */
export function CostTab() {
  const { entityRef, title } = useCostEntity();
  const view = useTabView(entityRef);
  const { month, metric } = view.query;
  const live = useEntityCost(entityRef, { month, metric, by: view.by.value });
  const { error, reload } = live;
  const last = useLast(live.value);
  const value = last?.entityRef === entityRef ? last : undefined;
  return (
    <div className={styles.tab}>
      {value && <Content live={{ ...live, value }} view={view} title={title} />}
      {!value && error && <NoCost of={title} error={error} retry={reload} />}
      {!value && !error && <Waiting rows={8} what="cost" />}
    </div>
  );
}
