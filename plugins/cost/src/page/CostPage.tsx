import { useApi } from '@backstage/frontend-plugin-api';
import { errorName } from '@portico/ui';
import { useCallback } from 'react';
import { Route, Routes } from 'react-router-dom';
import { costApiRef } from '../api/costApiRef';
import { useCost } from '../hooks/useCost';
import { NoCost } from '../parts/NoCost';
import { AnomaliesTab } from './anomalies/AnomaliesTab';
import { BudgetsTab } from './budgets/BudgetsTab';
import { BillOnly } from './frame/BillOnly';
import { NoAccess } from './frame/NoAccess';
import { PageFrame } from './frame/PageFrame';
import { usePageQuery } from './frame/usePageQuery';
import { OrganisationTab } from './organisation/OrganisationTab';
import { ProvidersTab } from './providers/ProvidersTab';
import { SavingsTab } from './savings/SavingsTab';
import { SourcesTab } from './sources/SourcesTab';
import { TeamsTab } from './teams/TeamsTab';
import { UnattributedTab } from './unattributed/UnattributedTab';

/** What everything costs, as far as its reader may see it: in all, by team and provider, and what to do about it. */
export function CostPage() {
  const api = useApi(costApiRef);
  const { query } = usePageQuery();
  const live = useCost(
    useCallback(
      () => api.organisation({ ...query, by: 'owner' }),
      [api, query],
    ),
  );
  const { value, error, reload } = live;
  if (error && errorName(error) === 'NotAllowedError') {
    return <NoAccess error={error} />;
  }
  return (
    <PageFrame live={live}>
      {error && !value ? (
        <NoCost of="the organisation" error={error} retry={reload} />
      ) : (
        <Routes>
          <Route path="/teams" element={<TeamsTab live={live} />} />
          <Route path="/providers" element={<ProvidersTab live={live} />} />
          <Route
            path="/unattributed"
            element={
              <BillOnly live={live}>
                <UnattributedTab live={live} />
              </BillOnly>
            }
          />
          <Route path="/budgets" element={<BudgetsTab live={live} />} />
          <Route path="/anomalies" element={<AnomaliesTab />} />
          <Route path="/savings" element={<SavingsTab />} />
          <Route
            path="/sources"
            element={
              <BillOnly live={live}>
                <SourcesTab />
              </BillOnly>
            }
          />
          <Route path="/*" element={<OrganisationTab live={live} />} />
        </Routes>
      )}
    </PageFrame>
  );
}
