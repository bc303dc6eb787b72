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

/** States in which a run has its workspace for itself: a run that nobody waits for has not. */
export function holdsWorkspace(run: Run): boolean {
  return (
    !run.planOnly &&
    !['pending', 'planned_and_saved'].includes(run.status) &&
    !FINAL.includes(run.status)
  );
}

export function isConfirmable(run: Run): boolean {
  if (run.status === 'planned_and_saved') return true;
  return (
    run.status === (run.costEstimate ? 'cost_estimated' : 'planned') &&
    !run.planOnly &&
    !run.autoApply &&
    run.hasChanges
  );
}

export function isDiscardable(run: Run): boolean {
  return run.status === 'pending' || isConfirmable(run);
}

/** HCP Terraform also lets a pending run be cancelled. */
export function isCancelable(run: Run): boolean {
  return (
    !run.cancelRequested &&
    [
      'pending',
      'plan_queued',
      'planning',
      'cost_estimating',
      'confirmed',
      'apply_queued',
      'applying',
    ].includes(run.status)
  );
}

export function isForceCancelable(run: Run): boolean {
  return run.status === 'applying' && run.cancelRequested;
}
