import { ApiError } from './jsonApi';
import {
  holdsWorkspace,
  isCancelable,
  isConfirmable,
  isDiscardable,
  isForceCancelable,
} from './runActions';
import type { RunMachine } from './RunMachine';
import type { TerraformState } from './TerraformState';
import type { Run } from './types';

/** What somebody may ask of a run; each refused with 409 in HCP Terraform's words where its state does not allow it. */
export interface RunDecisions {
  apply(run: Run): void;
  discard(run: Run): void;
  cancel(run: Run): void;
  'force-cancel'(run: Run): void;
  /** Ends what holds the queue in front of a pending run. */
  'force-execute'(run: Run): void;
}

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run#apply-a-run and what follows there */
export function createRunDecisions(
  state: TerraformState,
  machine: RunMachine,
): RunDecisions {
  const end = (run: Run, status: 'canceled' | 'force_canceled') => {
    machine.journal.close(run, 'Run canceled.');
    machine.finish(run.id, status);
  };
  return {
    apply(run) {
      if (!isConfirmable(run)) {
        refuse('Run was not paused for confirmation; apply not allowed.');
      }
      if (run.status === 'planned_and_saved') {
        if (!machine.queue.isFree(run.workspaceId)) {
          refuse('The workspace is locked; apply not allowed.');
        }
        machine.queue.take(run);
      }
      machine.journal.move(run.id, 'confirmed');
      machine.proceed(run.id);
    },
    discard(run) {
      if (!isDiscardable(run)) {
        refuse(
          'Run was not paused for confirmation or priority; discard not allowed.',
        );
      }
      machine.finish(run.id, 'discarded');
    },
    cancel(run) {
      if (!isCancelable(run)) {
        refuse('Run was not planning or applying; cancel not allowed.');
      }
      if (run.status === 'applying') {
        // The change under way is brought to its end first.
        const canceledAt = machine.journal.now();
        state.runs.update(run.id, r => ({
          ...r,
          cancelRequested: true,
          canceledAt,
        }));
      } else {
        end(run, 'canceled');
      }
    },
    'force-cancel'(run) {
      if (!isForceCancelable(run)) {
        refuse(
          'Run was not planning or applying, has not been canceled non-forcefully, or the cool-off period has not yet passed.',
        );
      }
      end(run, 'force_canceled');
    },
    'force-execute'(run) {
      const holder = state.runs.find(
        one => one.workspaceId === run.workspaceId && holdsWorkspace(one),
      );
      if (run.status !== 'pending' || !holder || holder.status === 'applying') {
        refuse(
          'Run was not pending, its workspace was not locked by another run, or that run is applying; force-execute not allowed.',
        );
      }
      const ahead = state.runs.filter(
        one =>
          one.workspaceId === run.workspaceId &&
          one.status === 'pending' &&
          one.createdAt <= run.createdAt &&
          one.id !== run.id &&
          !one.planOnly,
      );
      for (const other of ahead) machine.journal.move(other.id, 'discarded');
      if (isConfirmable(holder)) machine.finish(holder.id, 'discarded');
      else end(holder, 'canceled');
    },
  };
}

function refuse(detail: string): never {
  throw new ApiError(409, 'transition not allowed', detail);
}
