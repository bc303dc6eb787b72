import type { Kit } from '../../kit';
import { diagnosticMessage, renderDiagnostic } from './plan/Diagnostic';
import { FINAL } from './runActions';
import { RunApplier } from './RunApplier';
import { RunJournal } from './RunJournal';
import { planRun } from './RunPlanner';
import { RunQueue } from './RunQueue';
import type { TerraformState } from './TerraformState';
import type { Run, RunStatus } from './types';

/** Simulated milliseconds. */
const QUEUE = 200;
const PLAN = 1800;
const ESTIMATE = 300;

/** Takes runs through their states, as fast as the clock allows; one at a time in each workspace. */
export class RunMachine {
  readonly journal: RunJournal;
  readonly queue: RunQueue;
  readonly #kit: Kit;
  readonly #state: TerraformState;
  readonly #applier: RunApplier;

  constructor(kit: Kit, state: TerraformState) {
    this.#kit = kit;
    this.#state = state;
    this.journal = new RunJournal(kit, state);
    this.#applier = new RunApplier(kit, state);
    this.queue = new RunQueue(state, runId => {
      this.journal.move(runId, 'plan_queued');
      this.proceed(runId);
    });
  }

  /** Takes up what a stopped sandbox left unfinished. */
  resume(): void {
    for (const run of this.#state.runs.filter(
      candidate => !FINAL.includes(candidate.status),
    )) {
      if (run.status !== 'pending') this.proceed(run.id);
    }
    for (const workspace of this.#state.workspaces.list())
      this.queue.advance(workspace.id);
  }

  /** Lets a run go on from the state that it is in; where it waits for somebody, nothing happens. */
  proceed(runId: string): void {
    const run = this.#state.runs.get(runId);
    if (!run) return;
    const { journal } = this;
    switch (run.status) {
      case 'plan_queued':
        this.#after(QUEUE, run, () => {
          journal.begin(run, 'plan');
          this.#goTo(runId, 'planning');
        });
        break;
      case 'planning':
        this.#after(PLAN, run, () =>
          this.#kit.background(`planning ${runId}`, () => this.#plan(runId)),
        );
        break;
      case 'planned':
        if (run.costEstimate) this.#goTo(runId, 'cost_estimating');
        break;
      case 'cost_estimating':
        this.#after(ESTIMATE, run, () => this.#goTo(runId, 'cost_estimated'));
        break;
      case 'cost_estimated':
        this.#afterPlan(run);
        break;
      case 'confirmed':
        this.#after(QUEUE / 2, run, () => this.#goTo(runId, 'apply_queued'));
        break;
      case 'apply_queued':
        this.#after(QUEUE, run, () => {
          journal.begin(run, 'apply');
          this.#goTo(runId, 'applying');
        });
        break;
      case 'applying':
        this.#kit.background(`applying ${runId}`, async () => {
          const log = journal.log(run, 'apply');
          const outcome = await this.#applier.apply(runId, log);
          if (outcome) this.finish(runId, outcome);
        });
        break;
      default: // nothing goes on by itself
    }
  }

  /** Ends a run and lets the next one of its workspace begin. */
  finish(runId: string, status: RunStatus): void {
    this.queue.release(this.journal.move(runId, status));
  }

  #goTo(runId: string, status: RunStatus): void {
    this.journal.move(runId, status);
    this.proceed(runId);
  }

  #afterPlan({ id, planOnly, savePlan, autoApply }: Run): void {
    if (planOnly) this.finish(id, 'planned_and_finished');
    else if (savePlan) this.finish(id, 'planned_and_saved');
    else if (autoApply) this.#goTo(id, 'confirmed');
  }

  async #plan(runId: string): Promise<void> {
    const run = this.#state.runs.get(runId);
    if (run?.status !== 'planning') return;
    const log = this.journal.log(run, 'plan');
    const priorStateVersionId = this.#state.currentState(run.workspaceId)?.id;
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
      this.finish(runId, 'errored');
      return;
    }
    const { plan, cost, hasChanges } = planned;
    this.#state.runs.update(runId, r => ({
      ...r,
      planResult: plan,
      costEstimate: cost,
      hasChanges,
      priorStateVersionId,
    }));
    if (hasChanges) this.#goTo(runId, 'planned');
    else this.finish(runId, 'planned_and_finished');
  }

  #after(milliseconds: number, expected: Run, work: () => void): void {
    this.#kit.clock.after(milliseconds, () => {
      if (this.#state.runs.get(expected.id)?.status === expected.status) work();
    });
  }
}
