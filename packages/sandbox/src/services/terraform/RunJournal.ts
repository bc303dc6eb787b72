import type { Kit } from '../../kit';
import { newId } from './ids';
import { RunLog } from './RunLog';
import type { TerraformState } from './TerraformState';
import type { Run, RunStatus } from './types';

/** Writes down what happens to runs: states, times, events and logs. */
export class RunJournal {
  readonly #kit: Kit;
  readonly #state: TerraformState;

  constructor(kit: Kit, state: TerraformState) {
    this.#kit = kit;
    this.#state = state;
  }

  now(): string {
    return this.#kit.clock.timestamp();
  }

  move(runId: string, status: RunStatus): Run {
    const now = this.now();
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

  begin(run: Run, phase: 'plan' | 'apply'): void {
    const { terraformVersion } = this.#state.workspaces.get(run.workspaceId)!;
    this.log(run, phase).begin(terraformVersion);
  }

  /** Ends both logs, where they are open, with a last line. */
  close(run: Run, note: string): void {
    for (const phase of ['plan', 'apply'] as const) {
      const log = this.log(run, phase);
      log.note(note);
      log.end();
    }
  }

  log(run: Run, phase: 'plan' | 'apply'): RunLog {
    return new RunLog(
      this.#state,
      phase === 'plan' ? run.planLogToken : run.applyLogToken,
      this.#state.workspaces.get(run.workspaceId)?.structuredRunOutput ?? true,
    );
  }
}
