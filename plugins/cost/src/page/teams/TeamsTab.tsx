import type { OrganisationCost } from '@portico/plugin-cost-common';
import { Waiting, type Live } from '@portico/ui';
import { METRIC_WORDS } from '../../parts/basisWords';
import { DailyPanel } from '../../parts/chart/DailyPanel';
import { DIMENSIONS } from '../tree/dimensions';
import { SpendSection } from '../tree/SpendSection';

const CHOICES = DIMENSIONS.filter(({ value }) =>
  ['owner', 'system', 'domain'].includes(value),
);

/** Teams, systems and domains: each day, and down to services and resources. */
export function TeamsTab({ live }: { live: Live<OrganisationCost> }) {
  const { value } = live;
  return (
    <>
      {value ? (
        <DailyPanel
          title="By team, each day"
          chart={value.chart}
          currency={value.basis.currency}
          meta={`${value.basis.currency}, ${METRIC_WORDS[value.basis.metric]}`}
        />
      ) : (
        <Waiting rows={6} what="cost" />
      )}
      <SpendSection title="Teams and systems" choices={CHOICES} find />
    </>
  );
}
