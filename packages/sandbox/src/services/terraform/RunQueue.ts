import { holdsWorkspace } from './runActions';
import type { TerraformState } from './TerraformState';
import type { Run } from './types';

/** One run at a time in each workspace, which is locked by it; plans that nobody applies pass by. */
export class RunQueue {
  readonly #state: TerraformState;
  readonly #begin: (runId: string) => void;

  /** @param begin called for each run whose turn it is */
  constructor(state: TerraformState, begin: (runId: string) => void) {
    this.#state = state;
    this.#begin = begin;
  }

  /** Starts the next pending run of a workspace if none is under way and nobody has locked it. */
  advance(workspaceId: string): void {
    const workspace = this.#state.workspaces.get(workspaceId);
    if (!workspace) return;
    const runs = this.#state.runs.filter(
      run => run.workspaceId === workspaceId,
    );
    const pending = runs.filter(run => run.status === 'pending');
    for (const run of pending.filter(one => one.planOnly)) this.#begin(run.id);
    const next = pending.find(run => !run.planOnly);
    if (!next || runs.some(holdsWorkspace) || workspace.locked) return;
    this.take(next);
    this.#begin(next.id);
  }

  /** Whether a run may have the workspace now. */
  isFree(workspaceId: string): boolean {
    return (
      !this.#state.workspaces.get(workspaceId)?.locked &&
      !this.#state.runs.find(
        run => run.workspaceId === workspaceId && holdsWorkspace(run),
      )
    );
  }

  /** Locks the workspace for a run. */
  take(run: Run): void {
    this.#state.workspaces.update(run.workspaceId, workspace => ({
      ...workspace,
      currentRunId: run.id,
      locked: true,
      lockedBy: { type: 'runs', id: run.id },
    }));
  }

  /** Unlocks the workspace if this run has it, and lets the next one begin. */
  release(run: Run): void {
    const workspace = this.#state.workspaces.get(run.workspaceId);
    if (workspace?.lockedBy?.id === run.id) {
      this.#state.workspaces.put(workspace.id, {
        ...workspace,
        locked: false,
        lockedBy: undefined,
      });
    }
    this.advance(run.workspaceId);
  }
}
