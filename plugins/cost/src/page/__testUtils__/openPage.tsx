import type { CostApi } from '../../api/costApiRef';
import { anomaly, basis } from '../../__testUtils__/orders';
import { showCost } from '../../__testUtils__/showCost';
import { CostPage } from '../CostPage';
import { organisation, saving, teams } from './organisation';

/** Opens the page at a path, with a backend that answers as told, else as it does to finance. */
export function openPage(
  path = '/cost',
  changes: Partial<CostApi> = {},
  allowed = true,
) {
  const api = {
    organisation: jest.fn(async () => organisation),
    breakdown: jest.fn(async () => teams),
    anomalies: jest.fn(async () => ({ basis, items: [anomaly] })),
    savings: jest.fn(async () => ({
      basis,
      items: [saving],
    })),
    ...changes,
  };
  showCost(<CostPage />, api, { path, mountPath: '/cost/*', allowed });
  return api;
}
