import type { Kit } from '../../../kit';
import type { KubernetesCluster } from '../../kubernetes';
import { RenderError } from '../render/RenderError';
import type { Rendered, Renderer } from '../render/Renderer';
import type { Application, Operation, ResourceResult } from '../types';
import { applyAll, dryRunAll, type SyncScope } from './applyAll';
import type { ArgocdState } from './ArgocdState';
import { hookProgress, startHooks, type HookPhase } from './hooks';
import { OperationLog } from './OperationLog';
import { failedToApply, refusals } from './refusals';

/** Simulated milliseconds. */
const SYNC_MS = 800;
const HOOK_MS = 500;

/** Ends a sync before its end; `message` and `phase` are what the application shows. */
class SyncFailure extends Error {
  readonly phase: 'Failed' | 'Error';

  constructor(phase: 'Failed' | 'Error', message: string) {
    super(message);
    this.phase = phase;
  }
}

/** Carries operations out: checks all, runs hooks, applies, prunes, and writes down how it went. */
export class SyncRunner {
  readonly log: OperationLog;
  readonly #kit: Kit;
  readonly #cluster: KubernetesCluster;
  readonly #state: ArgocdState;
  readonly #renderer: Renderer;
  readonly #running = new Set<string>();
  readonly #finished: (name: string) => Promise<unknown>;

  /** @param options.finished called after each operation, however it ended */
  constructor(options: {
    kit: Kit;
    cluster: KubernetesCluster;
    state: ArgocdState;
    renderer: Renderer;
    finished: (name: string) => Promise<unknown>;
  }) {
    this.#kit = options.kit;
    this.#cluster = options.cluster;
    this.#state = options.state;
    this.#renderer = options.renderer;
    this.#finished = options.finished;
    this.log = new OperationLog(options.kit, options.state);
  }

  /** Starts an operation; the caller has checked that none runs. */
  start(name: string, operation: Operation): Application {
    const application = this.log.begin(
      this.#state.application(name),
      operation,
    );
    this.resume(name);
    return application;
  }

  /** Goes on with the operation of an application, from its beginning. */
  resume(name: string): void {
    if (this.#running.has(name)) return;
    this.#running.add(name);
    this.#kit.background(`argocd sync ${name}`, async () => {
      try {
        await this.#sync(name);
      } finally {
        this.#running.delete(name);
      }
      await this.#finished(name);
    });
  }

  async #sync(name: string) {
    try {
      await this.#kit.clock.sleep(SYNC_MS);
      const rendered = await this.#render(this.#current(name));
      const scope = this.#scope(name, rendered);
      const { dryRun } = scope.operation.sync;
      const checked = dryRunAll(scope);
      if (dryRun) this.log.note(this.#current(name), rendered, checked);
      this.#refuseFailed(name, rendered, checked, true);
      if (!dryRun) await this.#apply(name, rendered);
      this.log.succeed(this.#current(name), rendered);
    } catch (error) {
      if (!(error instanceof SyncFailure)) throw error;
      const application = this.#state.applications.get(name);
      if (application?.status.operationState) {
        this.log.fail(application, error.phase, error.message);
      }
    }
  }

  async #apply(name: string, rendered: Rendered) {
    const before = await this.#runHooks(name, rendered, 'PreSync', []);
    const results = [...before, ...applyAll(this.#scope(name, rendered))];
    this.log.note(this.#current(name), rendered, results);
    this.#refuseFailed(name, rendered, results);
    await this.#kit.clock.sleep(SYNC_MS);
    await this.#runHooks(name, rendered, 'PostSync', results);
  }

  async #runHooks(
    name: string,
    rendered: Rendered,
    phase: HookPhase,
    earlier: ResourceResult[],
  ): Promise<ResourceResult[]> {
    this.#current(name);
    const { manifests } = rendered;
    const { hooks, refused } = startHooks(
      this.#cluster,
      name,
      manifests,
      phase,
    );
    for (;;) {
      const progress = hookProgress(this.#cluster, hooks, phase);
      const results = [...earlier, ...(refused ? [refused] : progress.results)];
      const reason = refused?.message ?? progress.failure;
      if (hooks.length > 0)
        this.log.note(this.#current(name), rendered, results);
      if (reason) {
        throw new SyncFailure(
          'Failed',
          `one or more synchronization tasks completed unsuccessfully, reason: ${reason}`,
        );
      }
      if (progress.done) return results;
      await this.#kit.clock.sleep(HOOK_MS);
      this.#current(name);
    }
  }

  #refuseFailed(
    name: string,
    rendered: Rendered,
    results: ResourceResult[],
    isDryRun = false,
  ) {
    const reasons = refusals(results);
    if (reasons === undefined) return;
    this.log.note(this.#current(name), rendered, results);
    throw new SyncFailure(
      'Failed',
      isDryRun
        ? 'one or more objects failed to apply (dry run)'
        : failedToApply(reasons),
    );
  }

  async #render(application: Application): Promise<Rendered> {
    const { source, sources, revision, revisions } =
      application.status.operationState!.operation.sync;
    const spec =
      source || sources
        ? { ...application.spec, source, sources }
        : application.spec;
    try {
      return await this.#renderer.render(
        spec,
        revisions ?? (revision ? [revision] : []),
      );
    } catch (error) {
      if (!(error instanceof RenderError)) throw error;
      throw new SyncFailure(
        'Error',
        `ComparisonError: Failed to load target state: ${error.message}`,
      );
    }
  }

  #scope(name: string, { manifests }: Rendered): SyncScope {
    const application = this.#current(name);
    const { operation } = application.status.operationState!;
    return { cluster: this.#cluster, application, manifests, operation };
  }

  /** @throws SyncFailure where somebody has terminated the operation, or deleted the application */
  #current(name: string): Application {
    const application = this.#state.applications.get(name);
    if (
      application?.status.operationState?.phase !== 'Running' ||
      application.metadata.deletionTimestamp
    ) {
      throw new SyncFailure('Failed', 'Operation terminated');
    }
    return application;
  }
}
