import type { OrganisationCost } from '@portico/plugin-cost-common';
import { Waiting, type Live } from '@portico/ui';
import { METRIC_WORDS } from '../../parts/basisWords';
import { DailyPanel } from '../../parts/chart/DailyPanel';
import { AnomaliesAside } from '../anomalies/AnomaliesAside';
import { SavingsAside } from '../savings/SavingsAside';
import { SpendSection } from '../tree/SpendSection';
import { MonthToDate } from './MonthToDate';
import styles from './OrganisationTab.module.css';
import { UnattributedSection } from './UnattributedSection';
import { VerdictSection } from './VerdictSection';

/** The answer first: how the month stands; then by whom, what is nobody's, and what to look at. */
export function OrganisationTab({ live }: { live: Live<OrganisationCost> }) {
  const { value, error, reload } = live;
  if (!value) return <Waiting rows={10} what="cost" />;
  const { basis, chart } = value;
  return (
    <>
      <div className={styles.top}>
        <VerdictSection cost={value} error={error} retry={reload} />
        <div className={styles.grid}>
          <MonthToDate cost={value} />
          <DailyPanel
            title="By team, each day"
            chart={chart}
            currency={basis.currency}
            className={styles.plain}
            meta={`${basis.currency}, ${METRIC_WORDS[basis.metric]}`}
          />
        </div>
      </div>
      <UnattributedSection cost={value} />
      <div className={styles.spend}>
        <SpendSection title="Who spends it" label />
        <div className={styles.aside}>
          <AnomaliesAside />
          <SavingsAside />
        </div>
      </div>
    </>
  );
}
