import type { Run, RunStatus } from './types';

/** States in which nothing more happens. */
export const FINAL: RunStatus[] = [
  'planned_and_finished',
  'applied',
  'errored',
  'discarded',
  'canceled',
  'force_canceled',
];

/** States in which a run waits for somebody's word. */
const WAITING: RunStatus[] = ['planned', 'cost_estimated'];

export function isConfirmable(run: Run): boolean {
  return (
    WAITING.includes(run.status) &&
    !run.planOnly &&
    !run.autoApply &&
    run.hasChanges &&
    !(run.status === 'planned' && run.costEstimate)
  );
}

export function isDiscardable(run: Run): boolean {
  return run.status === 'pending' || isConfirmable(run);
}

export function isCancelable(run: Run): boolean {
  return [
    'plan_queued',
    'planning',
    'cost_estimating',
    'confirmed',
    'apply_queued',
    'applying',
  ].includes(run.status);
}

export function isForceCancelable(run: Run): boolean {
  return run.status === 'applying' && run.cancelRequested;
}
