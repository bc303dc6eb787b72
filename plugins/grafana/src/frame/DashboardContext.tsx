import { createContext, useContext } from 'react';
import type { DashboardAddress, DashboardQuery } from '../api/grafanaApiRef';

/** What the panels of one dashboard share. */
export interface DashboardShared {
  address: DashboardAddress;
  query: DashboardQuery;
  /** Counts up whenever all panels are to be read again. */
  round: number;
  /** Back to the dashboard's own range; absent where the page has no choice of it. */
  ownRange?(): void;
  /** Back to the dashboard's own values. */
  ownValues?(): void;
  /** Path that shows the entity's dashboards without a choice. */
  otherDashboards?: string;
}

const Context = createContext<DashboardShared | undefined>(undefined);

/** Gives panels their dashboard. */
export const DashboardProvider = Context.Provider;

/** The dashboard that a panel is on. Throws outside of one. */
export function useDashboard(): DashboardShared {
  const shared = useContext(Context);
  if (!shared) throw new Error('A panel was shown outside of a dashboard');
  return shared;
}
