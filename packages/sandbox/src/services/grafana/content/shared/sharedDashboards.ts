import type { ContentDashboard } from '../Content';
import { benchDashboard } from './benchDashboard';
import { classicDashboard } from './classicDashboard';
import { nodejsDashboard } from './nodejsDashboard';
import { workloadDashboard } from './workloadDashboard';

/** What belongs to no single component; all of it is the platform team's. */
export function sharedDashboards(): ContentDashboard[] {
  return [
    workloadDashboard(),
    nodejsDashboard(),
    benchDashboard(),
    classicDashboard(),
  ];
}
