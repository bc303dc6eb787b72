import { Route, Routes } from 'react-router-dom';
import { WallScreen } from '../wall/WallScreen';
import { ObjectivesTab } from './objectives/ObjectivesTab';
import { PageFrame } from './PageFrame';
import { ServicesTab } from './services/ServicesTab';
import { RollupsTab } from './systems/RollupsTab';
import { useOverview } from './useOverview';

/** All services: by state, by team and system, by objective, and as a wall screen. */
export function HealthPage() {
  const live = useOverview();
  return (
    <Routes>
      <Route path="/wall" element={<WallScreen live={live} />} />
      <Route
        path="/systems"
        element={
          <PageFrame live={live}>
            <RollupsTab />
          </PageFrame>
        }
      />
      <Route
        path="/objectives"
        element={
          <PageFrame live={live}>
            <ObjectivesTab live={live} />
          </PageFrame>
        }
      />
      <Route
        path="/*"
        element={
          <PageFrame live={live}>
            <ServicesTab live={live} />
          </PageFrame>
        }
      />
    </Routes>
  );
}
