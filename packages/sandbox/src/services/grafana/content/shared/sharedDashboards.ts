import type { ContentDashboard } from '../Content';
import { panelGallery } from '../gallery/panelGallery';
import { v2Gallery } from '../gallery/v2Gallery';
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
    panelGallery(),
    v2Gallery(),
  ];
}
