import type { Kit } from '../../kit';
import { newId } from './ids';
import { diagnosticMessage, renderDiagnostic } from './plan/Diagnostic';
import { applyComplete, applyErrored, applyStart } from './plan/logMessages';
import type { RunLog } from './RunLog';
import type { TerraformState } from './TerraformState';
import { writeApplySummary } from './writeApplySummary';
import type { PlannedChange, Run, StateResource, StateVersion } from './types';

/** Simulated milliseconds for one change of a plan that takes 3 to 5 s in all. */
function durationOf(changes: number): number {
  return Math.min(1500, Math.max(300, 4000 / Math.max(1, changes)));
}

/** As Terraform says it: https://developer.hashicorp.com/terraform/cli/commands/apply#saved-plan-mode */
const STALE = {
  summary: 'Saved plan is stale',
  detail:
    'The given plan file can no longer be applied because the state was changed by another operation after the plan was created.',
};

/** Carries a plan out: nothing is provisioned, but the state follows change by change. */
export class RunApplier {
  readonly #kit: Kit;
  readonly #state: TerraformState;

  constructor(kit: Kit, state: TerraformState) {
    this.#kit = kit;
    this.#state = state;
  }

  /** @returns how it ended; `undefined` if the run was taken away meanwhile */
  async apply(
    runId: string,
    log: RunLog,
  ): Promise<'applied' | 'errored' | 'canceled' | undefined> {
    const run = this.#state.runs.get(runId)!;
    if (this.#isStale(run)) {
      log.write(renderDiagnostic(STALE), [diagnosticMessage(STALE)]);
      log.note('Operation failed: failed running terraform apply (exit 1)');
      log.end();
      return 'errored';
    }
    const changes = run.planResult!.changes.filter(
      c => c.action !== 'no-op' && c.action !== 'read',
    );
    for (const change of changes.slice(run.appliedChanges)) {
      if (this.#state.runs.get(runId)?.cancelRequested) {
        log.note('Interrupt received. Gracefully shutting down...');
        log.end();
        return 'canceled';
      }
      const problem = await this.#carryOut(
        change,
        log,
        durationOf(changes.length),
      );
      if (this.#state.runs.get(runId)?.status !== 'applying') return undefined;
      if (problem) {
        log.write(renderDiagnostic(problem), [diagnosticMessage(problem)]);
        log.note('Operation failed: failed running terraform apply (exit 1)');
        log.end();
        return 'errored';
      }
      this.#record(runId, change);
    }
    this.#writeOutputs(this.#state.runs.get(runId)!, log);
    log.end();
    return 'applied';
  }

  /** Whether the state has moved since the plan, other than by this very run. */
  #isStale({ workspaceId, priorStateVersionId, stateVersionId }: Run): boolean {
    const currentId = this.#state.currentState(workspaceId)?.id;
    return currentId !== (stateVersionId ?? priorStateVersionId);
  }

  async #carryOut(change: PlannedChange, log: RunLog, milliseconds: number) {
    const seconds = Math.round(milliseconds / 1000);
    const step = async (verb: 'create' | 'update' | 'delete') => {
      const start = applyStart(change, verb);
      log.write(start.plain, start.structured);
      await this.#kit.clock.sleep(milliseconds);
      if (change.failure && verb !== 'delete') {
        const errored = applyErrored(change, verb, seconds);
        log.write(errored.plain, errored.structured);
        return {
          summary: change.failure,
          detail: `with ${change.address}`,
          context: `resource "${change.type}" "${change.name}"`,
        };
      }
      const done = applyComplete(change, verb, seconds);
      log.write(done.plain, done.structured);
      return undefined;
    };
    if (change.action === 'replace')
      return (await step('delete')) ?? step('create');
    if (change.action === 'delete') return step('delete');
    return step(change.action === 'update' ? 'update' : 'create');
  }

  /** Writes one change into the run's state version. */
  #record(runId: string, change: PlannedChange): void {
    const run = this.#state.runs.get(runId)!;
    const version = this.#versionOf(run);
    const others = version.resources.filter(
      resource => resource.address !== change.address,
    );
    const resources: StateResource[] =
      change.action === 'delete' || !change.result
        ? others
        : [...others, change.result];
    this.#state.stateVersions.put(version.id, { ...version, resources });
    this.#state.runs.update(runId, r => ({
      ...r,
      appliedChanges: r.appliedChanges + 1,
    }));
  }

  #writeOutputs(run: Run, log: RunLog): void {
    const version = this.#versionOf(run);
    const outputs = run
      .planResult!.outputs.filter(output => output.action !== 'delete')
      .map(output => ({
        id: newId('wsout', `${version.workspaceId}/${output.name}`),
        name: output.name,
        value: output.result ?? null,
        sensitive: output.sensitive,
      }));
    this.#state.stateVersions.put(version.id, { ...version, outputs });
    writeApplySummary(log, run, outputs);
  }

  /** The state version of this run, made from the current one when first needed. */
  #versionOf(run: Run): StateVersion {
    const made =
      run.stateVersionId && this.#state.stateVersions.get(run.stateVersionId);
    if (made) return made;
    const current = this.#state.currentState(run.workspaceId);
    const version: StateVersion = {
      id: newId('sv'),
      workspaceId: run.workspaceId,
      runId: run.id,
      serial: (current?.serial ?? 0) + 1,
      lineage: current?.lineage ?? newId('lineage', run.workspaceId).slice(8),
      resources: current?.resources ?? [],
      outputs: current?.outputs ?? [],
      createdAt: this.#kit.clock.timestamp(),
    };
    this.#state.stateVersions.put(version.id, version);
    this.#state.runs.update(run.id, r => ({
      ...r,
      stateVersionId: version.id,
    }));
    this.#state.workspaces.update(run.workspaceId, w => ({
      ...w,
      currentStateVersionId: version.id,
    }));
    return version;
  }
}
