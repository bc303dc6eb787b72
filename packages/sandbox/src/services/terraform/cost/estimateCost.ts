import type { CostEstimate, PlanResult } from '../types';
import { monthlyPrice } from './prices';

/** What the resources cost a month before and after a plan, by the sandbox's price table. */
export function estimateCost(plan: PlanResult): CostEstimate {
  const estimate: CostEstimate = {
    matched: [],
    unmatched: [],
    prior: 0,
    proposed: 0,
  };
  for (const {
    mode,
    action,
    address,
    type,
    name,
    before,
    result,
  } of plan.changes) {
    if (mode === 'data') continue;
    const prior = before && monthlyPrice(type, before);
    const proposed =
      action === 'delete' ? 0 : result && monthlyPrice(type, result.attributes);
    if (proposed === undefined && prior === undefined) {
      estimate.unmatched.push({ address, type, name });
      continue;
    }
    estimate.matched.push({
      address,
      type,
      name,
      prior: prior ?? 0,
      proposed: proposed ?? 0,
    });
    estimate.prior += prior ?? 0;
    estimate.proposed += proposed ?? 0;
  }
  return estimate;
}
