import type { ResourceObject } from '../jsonApi';
import type { CostEstimate, Run } from '../types';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/cost-estimates */
export function presentCostEstimate(
  run: Run,
  estimate: CostEstimate,
): ResourceObject {
  const done = run.status !== 'planned' && run.status !== 'cost_estimating';
  const money = (usd: number) => usd.toFixed(2);
  return {
    id: run.costEstimateId,
    type: 'cost-estimates',
    attributes: {
      'delta-monthly-cost': money(estimate.proposed - estimate.prior),
      'error-message': null,
      'matched-resources-count': estimate.matched.length,
      'prior-monthly-cost': money(estimate.prior),
      'proposed-monthly-cost': money(estimate.proposed),
      'resources-count': estimate.matched.length + estimate.unmatched.length,
      resources: {
        matched: estimate.matched.map(resource => ({
          address: resource.address,
          name: resource.name,
          type: resource.type,
          'prior-monthly-cost': money(resource.prior),
          'proposed-monthly-cost': money(resource.proposed),
          'delta-monthly-cost': money(resource.proposed - resource.prior),
        })),
        unmatched: estimate.unmatched,
      },
      status: done ? 'finished' : 'pending',
      'status-timestamps': {
        'queued-at': run.statusTimestamps['cost-estimating-at'],
        'finished-at': run.statusTimestamps['cost-estimated-at'],
      },
      'unmatched-resources-count': estimate.unmatched.length,
    },
    links: { self: `/api/v2/cost-estimates/${run.costEstimateId}` },
  };
}
