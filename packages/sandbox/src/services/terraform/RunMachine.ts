import type { Kit } from '../../kit';
import { newId } from './ids';
import { ApiError } from './jsonApi';
import { diagnosticMessage, renderDiagnostic } from './plan/Diagnostic';
import {
  FINAL,
  isCancelable,
  isConfirmable,
  isDiscardable,
  isForceCancelable,
} from './runActions';
import { RunApplier } from './RunApplier';
import { RunLog } from './RunLog';
import { planRun } from './RunPlanner';
import type { TerraformState } from './TerraformState';
import type { Run, RunStatus } from './types';

/** Simulated milliseconds. */
const QUEUE = 200;
const PLAN = 1800;
const ESTIMATE = 300;

/** Takes runs through their states, as fast as the clock allows; one at a time in each workspace. */
export class RunMachine {
  readonly #kit: Kit;
  readonly #state: TerraformState;
  readonly #applier: RunApplier;

  constructor(kit: Kit, state: TerraformState) {
    this.#kit = kit;
    this.#state = state;
    this.#applier = new RunApplier(kit, state);
  }

  /** Takes up what a stopped sandbox left unfinished. */
  resume(): void {
    for (const run of this.#state.runs.filter(
      candidate => !FINAL.includes(candidate.status),
    )) {
      if (run.status !== 'pending') this.#proceed(run.id);
    }
    for (const workspace of this.#state.workspaces.list())
      this.advance(workspace.id);
  }

  /** Starts the next pending run of a workspace if none is under way and nobody has locked it. */
  advance(workspaceId: string): void {
    const workspace = this.#state.workspaces.get(workspaceId);
    if (!workspace) return;
    const runs = this.#state.runs.filter(
      run => run.workspaceId === workspaceId,
    );
    const pending = runs.filter(run => run.status === 'pending');
    for (const run of pending.filter(candidate => candidate.planOnly))
      this.#queue(run.id);
    const busy = runs.some(
      run =>
        !run.planOnly &&
        run.status !== 'pending' &&
        !FINAL.includes(run.status),
    );
    const next = pending.find(run => !run.planOnly);
    if (!next || busy || workspace.locked) return;
    this.#state.workspaces.update(workspaceId, w => ({
      ...w,
      currentRunId: next.id,
      locked: true,
      lockedBy: { type: 'runs', id: next.id },
    }));
    this.#queue(next.id);
  }

  confirm(run: Run): void {
    if (!isConfirmable(run))
      throw transition(
        'Run was not paused for confirmation; apply not allowed.',
      );
    this.#move(run.id, 'confirmed');
    this.#proceed(run.id);
  }

  discard(run: Run): void {
    if (!isDiscardable(run))
      throw transition(
        'Run was not paused for confirmation or priority; discard not allowed.',
      );
    this.#finish(run.id, 'discarded');
  }

  cancel(run: Run, forced = false): void {
    if (forced ? !isForceCancelable(run) : !isCancelable(run)) {
      throw transition(
        forced
          ? 'Run was not planning or applying, has not been canceled non-forcefully, or the cool-off period has not yet passed.'
          : 'Run was not planning or applying; cancel not allowed.',
      );
    }
    if (run.status === 'applying' && !forced) {
      // The change under way is brought to its end first.
      this.#state.runs.update(run.id, r => ({ ...r, cancelRequested: true }));
      return;
    }
    for (const token of [run.planLogToken, run.applyLogToken])
      this.#endLog(run, token, 'Run canceled.');
    this.#finish(run.id, forced ? 'force_canceled' : 'canceled');
  }

  #queue(runId: string): void {
    this.#move(runId, 'plan_queued');
    this.#proceed(runId);
  }

  #proceed(runId: string): void {
    const run = this.#state.runs.get(runId);
    if (!run) return;
    switch (run.status) {
      case 'plan_queued':
        this.#after(QUEUE, run, () => {
          this.#planLog(run).begin(
            this.#state.workspaces.get(run.workspaceId)!.terraformVersion,
          );
          this.#move(runId, 'planning');
          this.#proceed(runId);
        });
        break;
      case 'planning':
        this.#after(PLAN, run, () =>
          this.#kit.background(`planning ${runId}`, () => this.#plan(runId)),
        );
        break;
      case 'planned':
        if (run.costEstimate) {
          this.#move(runId, 'cost_estimating');
          this.#proceed(runId);
        }
        break;
      case 'cost_estimating':
        this.#after(ESTIMATE, run, () => {
          this.#move(runId, 'cost_estimated');
          this.#proceed(runId);
        });
        break;
      case 'cost_estimated':
        if (run.planOnly) this.#finish(runId, 'planned_and_finished');
        else if (run.autoApply) {
          this.#move(runId, 'confirmed');
          this.#proceed(runId);
        }
        break;
      case 'confirmed':
        this.#after(QUEUE / 2, run, () => {
          this.#move(runId, 'apply_queued');
          this.#proceed(runId);
        });
        break;
      case 'apply_queued':
        this.#after(QUEUE, run, () => {
          this.#applyLog(run).begin(
            this.#state.workspaces.get(run.workspaceId)!.terraformVersion,
          );
          this.#move(runId, 'applying');
          this.#proceed(runId);
        });
        break;
      case 'applying':
        this.#kit.background(`applying ${runId}`, async () => {
          const outcome = await this.#applier.apply(runId, this.#applyLog(run));
          if (outcome) this.#finish(runId, outcome);
        });
        break;
      default: // nothing goes on by itself
    }
  }

  async #plan(runId: string): Promise<void> {
    const run = this.#state.runs.get(runId);
    if (run?.status !== 'planning') return;
    const log = this.#planLog(run);
    let planned: Awaited<ReturnType<typeof planRun>>;
    try {
      planned = await planRun({ state: this.#state, run, log });
    } catch (error) {
      const diagnostic = {
        summary: 'The sandbox could not plan this configuration',
        detail: (error as Error).message,
      };
      log.write(renderDiagnostic(diagnostic), [diagnosticMessage(diagnostic)]);
    }
    if (this.#state.runs.get(runId)?.status !== 'planning') return;
    log.end();
    if (!planned) {
      this.#finish(runId, 'errored');
      return;
    }
    const { plan, cost, hasChanges } = planned;
    this.#state.runs.update(runId, r => ({
      ...r,
      planResult: plan,
      costEstimate: cost,
      hasChanges,
    }));
    if (!hasChanges) {
      this.#finish(runId, 'planned_and_finished');
      return;
    }
    this.#move(runId, 'planned');
    this.#proceed(runId);
  }

  #after(milliseconds: number, expected: Run, work: () => void): void {
    this.#kit.clock.after(milliseconds, () => {
      if (this.#state.runs.get(expected.id)?.status === expected.status) work();
    });
  }

  #move(runId: string, status: RunStatus): Run {
    const now = this.#kit.clock.timestamp();
    return this.#state.runs.update(runId, run => ({
      ...run,
      status,
      statusTimestamps: {
        ...run.statusTimestamps,
        [`${status.replaceAll('_', '-')}-at`]: now,
      },
      events: [
        ...run.events,
        { id: newId('re'), action: status, createdAt: now },
      ],
      ...(status === 'canceled' || status === 'force_canceled'
        ? { canceledAt: now }
        : {}),
    }));
  }

  #finish(runId: string, status: RunStatus): void {
    const { workspaceId } = this.#move(runId, status);
    const workspace = this.#state.workspaces.get(workspaceId);
    if (workspace?.lockedBy?.id === runId) {
      this.#state.workspaces.update(workspaceId, w => ({
        ...w,
        locked: false,
        lockedBy: undefined,
      }));
    }
    this.advance(workspaceId);
  }

  #endLog(run: Run, token: string, note: string): void {
    const log = this.#log(run, token);
    log.note(note);
    log.end();
  }

  #planLog(run: Run): RunLog {
    return this.#log(run, run.planLogToken);
  }

  #applyLog(run: Run): RunLog {
    return this.#log(run, run.applyLogToken);
  }

  #log(run: Run, token: string): RunLog {
    return new RunLog(
      this.#state,
      token,
      this.#state.workspaces.get(run.workspaceId)?.structuredRunOutput ?? true,
    );
  }
}

function transition(detail: string): ApiError {
  return new ApiError(409, 'transition not allowed', detail);
}
