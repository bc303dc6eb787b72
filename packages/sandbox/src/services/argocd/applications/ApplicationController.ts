import type { Kit } from '../../../kit';
import type { GitRepositories } from '../../github/git/GitRepositories';
import type { KubernetesCluster } from '../../kubernetes';
import { trackedBy } from '../compare/compare';
import { worst } from '../compare/health';
import { RenderError } from '../render/RenderError';
import type { Rendered, Renderer } from '../render/Renderer';
import {
  sourcesOf,
  type Application,
  type Condition,
  type Operation,
  type OperationState,
} from '../types';
import type { ArgocdState } from './ArgocdState';
import { resourceStatuses, trackedObjects } from './resourceStatuses';
import { applyAll, applyHooks, hookState } from './sync';

const COMPARE_MS = 400;
const SYNC_MS = 800;
const DEBOUNCE_MS = 100;
const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/** Compares applications with git and the cluster, and syncs them. */
export class ApplicationController {
  readonly #kit: Kit;
  readonly #git: GitRepositories;
  readonly #cluster: KubernetesCluster;
  readonly #state: ArgocdState;
  readonly #renderer: Renderer;
  readonly #rendered = new Map<string, Rendered>();
  readonly #pending = new Set<string>();
  readonly #running = new Set<string>();
  #stops: (() => void)[] = [];
  /** Counts stops: what was begun before one must not write after it. */
  #stopCount = 0;

  constructor(options: {
    kit: Kit;
    git: GitRepositories;
    cluster: KubernetesCluster;
    state: ArgocdState;
    renderer: Renderer;
  }) {
    this.#kit = options.kit;
    this.#git = options.git;
    this.#cluster = options.cluster;
    this.#state = options.state;
    this.#renderer = options.renderer;
  }

  start(): void {
    this.#stops = [
      this.#git.onPush(event => {
        for (const application of this.#state.applications.list()) {
          const concerned = sourcesOf(application.spec).some(
            source => this.#renderer.repositoryOf(source) === event.repository,
          );
          if (concerned) this.schedule(application.metadata.name);
        }
      }),
      this.#cluster.objects.onChange(({ object }) => {
        const name = trackedBy(object);
        if (name && this.#state.applications.get(name))
          this.#scheduleCompare(name);
      }),
    ];
    for (const { metadata, status } of this.#state.applications.list()) {
      this.schedule(metadata.name);
      if (metadata.deletionTimestamp) this.finishDelete(metadata.name);
      else if (status.operationState?.phase === 'Running')
        this.#run(metadata.name);
    }
  }

  stop(): void {
    this.#stopCount += 1;
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#rendered.clear();
    this.#pending.clear();
    this.#running.clear();
  }

  /** Refreshes soon. */
  schedule(name: string): void {
    this.#later(`refresh/${name}`, COMPARE_MS, () =>
      this.#kit.background(`argocd refresh ${name}`, () => this.refresh(name)),
    );
  }

  /** Reads git again and compares. */
  async refresh(name: string): Promise<void> {
    const application = this.#state.applications.get(name);
    if (!application) return;
    const stopCount = this.#stopCount;
    const rendered = await this.#render(application).catch(error => {
      if (!(error instanceof RenderError)) throw error;
      return error;
    });
    if (stopCount !== this.#stopCount) return;
    if (rendered instanceof RenderError) {
      this.#rendered.delete(name);
      this.#setError(name, `Failed to load target state: ${rendered.message}`);
      return;
    }
    this.#rendered.set(name, rendered);
    this.compare(name);
  }

  /** Compares with what was read of git last. */
  compare(name: string): void {
    const application = this.#state.applications.get(name);
    const rendered = this.#rendered.get(name);
    if (!application || !rendered) return;
    const { spec, status } = application;
    const resources = resourceStatuses(this.#cluster, name, rendered.manifests);
    const health = worst(
      resources.filter(one => !one.requiresPruning).map(one => one.health),
    );
    const synced = resources.every(one => one.status === 'Synced');
    const now = this.#kit.clock.timestamp();
    const next: Application = {
      ...application,
      status: {
        ...status,
        sync: {
          status: synced ? 'Synced' : 'OutOfSync',
          ...this.#revisions(application, rendered.revisions),
          comparedTo: {
            source: spec.source,
            sources: spec.sources,
            destination: spec.destination,
          },
        },
        health: {
          ...health,
          lastTransitionTime:
            status.health?.status === health.status
              ? status.health.lastTransitionTime
              : now,
        },
        resources,
        conditions: (status.conditions ?? []).filter(
          one => one.type === 'SyncError' && !synced,
        ),
        reconciledAt: now,
        sourceType: rendered.sourceTypes[0],
        summary: { images: imagesOf(rendered) },
        controllerNamespace: 'argocd',
      },
    };
    if (meaning(next) !== meaning(application)) this.#state.save(next);
    this.#autoSync(next, rendered);
  }

  /** Starts an operation; the caller has checked that none runs. */
  operate(name: string, operation: Operation): Application {
    const application = this.#state.application(name);
    const saved = this.#state.save({
      ...application,
      status: {
        ...application.status,
        operationState: {
          operation,
          phase: 'Running',
          message: '',
          startedAt: this.#kit.clock.timestamp(),
        },
      },
    });
    this.#run(name);
    return saved;
  }

  /** Deletes an application, with its resources if its finalizer asks for that. */
  delete(name: string, cascade: boolean): void {
    const application = this.#state.application(name);
    const held =
      cascade ||
      application.metadata.finalizers?.some(one => one.startsWith(FINALIZER));
    if (!held) {
      this.#state.remove(name);
      return;
    }
    this.#state.save({
      ...application,
      metadata: {
        ...application.metadata,
        finalizers: [FINALIZER],
        deletionTimestamp: this.#kit.clock.timestamp(),
      },
    });
    this.finishDelete(name);
  }

  finishDelete(name: string): void {
    for (const object of trackedObjects(this.#cluster, name)) {
      if (!object.metadata.deletionTimestamp)
        this.#cluster.delete(object, { policy: 'Foreground' });
    }
    this.#later(`delete/${name}`, 500, () => {
      if (trackedObjects(this.#cluster, name).length) this.finishDelete(name);
      else this.#state.remove(name);
    });
  }

  /** Syncs at once and to the end: for the seed, within the cluster's simulated past. */
  async prepare(application: Application): Promise<() => void> {
    const rendered = await this.#renderer.render(application.spec);
    this.#rendered.set(application.metadata.name, rendered);
    return () => {
      applyAll(this.#cluster, application, rendered.manifests, {
        initiatedBy: { automated: true },
        sync: {},
      });
    };
  }

  /** Notes that what is in the cluster was deployed at that time. */
  noteDeployed(name: string, at: string): void {
    const rendered = this.#rendered.get(name);
    const application = this.#state.application(name);
    if (!rendered) return;
    const operation: Operation = {
      initiatedBy: { automated: true },
      sync: { revision: rendered.revisions[0] },
    };
    this.#finish(
      application,
      {
        operation,
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        startedAt: at,
      },
      rendered,
      [],
      at,
    );
    this.compare(name);
  }

  manifests(name: string): Rendered | undefined {
    return this.#rendered.get(name);
  }

  #render(application: Application, operation?: Operation) {
    const { source, sources, revision, revisions } = operation?.sync ?? {};
    const spec =
      source || sources
        ? { ...application.spec, source, sources }
        : application.spec;
    return this.#renderer.render(
      spec,
      revisions ?? (revision ? [revision] : []),
    );
  }

  #run(name: string) {
    if (this.#running.has(name)) return;
    this.#running.add(name);
    this.#kit.background(`argocd sync ${name}`, async () => {
      try {
        await this.#sync(name);
      } finally {
        this.#running.delete(name);
      }
    });
  }

  async #sync(name: string) {
    await this.#kit.clock.sleep(SYNC_MS);
    const current = () => {
      const application = this.#state.applications.get(name);
      return application?.status.operationState?.phase === 'Running'
        ? application
        : undefined;
    };
    const application = current();
    const state = application?.status.operationState;
    if (!application || !state) return;
    const stopCount = this.#stopCount;
    let rendered: Rendered;
    try {
      rendered = await this.#render(application, state.operation);
    } catch (error) {
      if (!(error instanceof RenderError)) throw error;
      if (stopCount !== this.#stopCount) return;
      this.#fail(
        application,
        state,
        `ComparisonError: Failed to load target state: ${error.message}`,
        'Error',
      );
      return;
    }
    if (stopCount !== this.#stopCount) return;
    for (const phase of ['PreSync', 'Sync', 'PostSync'] as const) {
      const now = current();
      if (!now) return;
      if (phase === 'Sync') {
        const results = applyAll(
          this.#cluster,
          now,
          rendered.manifests,
          state.operation,
        );
        const failed = results.filter(one => one.status === 'SyncFailed');
        if (failed.length) {
          this.#fail(
            now,
            { ...state, syncResult: this.#result(now, rendered, results) },
            `one or more objects failed to apply, reason: ${failed
              .map(one => one.message)
              .join(',')}`,
            'Failed',
          );
          return;
        }
        this.#state.save({
          ...now,
          status: {
            ...now.status,
            operationState: {
              ...state,
              syncResult: this.#result(now, rendered, results),
            },
          },
        });
        await this.#kit.clock.sleep(SYNC_MS);
        continue;
      }
      const { hooks, failure } = applyHooks(
        this.#cluster,
        name,
        rendered.manifests,
        phase,
      );
      let hook = failure
        ? { done: true, failure }
        : hookState(this.#cluster, hooks);
      while (!hook.done && !hook.failure && current()) {
        await this.#kit.clock.sleep(500);
        hook = hookState(this.#cluster, hooks);
      }
      if (hook.failure) {
        this.#fail(
          now,
          state,
          `one or more synchronization tasks completed unsuccessfully, reason: ${hook.failure}`,
          'Failed',
        );
        return;
      }
    }
    const done = current();
    if (!done) return;
    const results = done.status.operationState?.syncResult?.resources ?? [];
    this.#finish(
      done,
      {
        ...state,
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
      },
      rendered,
      results,
      this.#kit.clock.timestamp(),
    );
    await this.refresh(name);
  }

  #result(
    application: Application,
    rendered: Rendered,
    resources: OperationState['syncResult'] extends infer R
      ? R extends { resources?: infer L }
        ? L
        : never
      : never,
  ) {
    const { source, sources } = application.spec;
    return {
      ...this.#revisions(application, rendered.revisions),
      revision: rendered.revisions[0] ?? '',
      source,
      sources,
      resources,
    };
  }

  #finish(
    application: Application,
    state: OperationState,
    rendered: Rendered,
    resources: NonNullable<
      NonNullable<OperationState['syncResult']>['resources']
    >,
    deployedAt: string,
  ) {
    const { history = [] } = application.status;
    const { operation, startedAt } = state;
    const {
      source = application.spec.source,
      sources = application.spec.sources,
    } = operation.sync;
    const entry = {
      id: (history.at(-1)?.id ?? -1) + 1,
      ...this.#revisions(application, rendered.revisions),
      revision: rendered.revisions[0] ?? '',
      deployStartedAt: startedAt,
      deployedAt,
      source,
      sources,
      initiatedBy: operation.initiatedBy,
    };
    this.#state.save({
      ...application,
      status: {
        ...application.status,
        conditions: application.status.conditions?.filter(
          one => one.type !== 'SyncError',
        ),
        history: [...history, entry].slice(
          -(application.spec.revisionHistoryLimit ?? 10),
        ),
        operationState: {
          ...state,
          finishedAt: deployedAt,
          syncResult: this.#result(application, rendered, resources),
        },
      },
    });
  }

  #fail(
    application: Application,
    state: OperationState,
    message: string,
    phase: 'Failed' | 'Error',
  ) {
    const now = this.#kit.clock.timestamp();
    const condition: Condition = {
      type: 'SyncError',
      message: `Failed last sync attempt to ${
        state.syncResult?.revision ?? ''
      }: ${message}`,
      lastTransitionTime: now,
    };
    this.#state.save({
      ...application,
      status: {
        ...application.status,
        conditions: [
          ...(application.status.conditions ?? []).filter(
            one => one.type !== 'SyncError',
          ),
          condition,
        ],
        operationState: { ...state, phase, message, finishedAt: now },
      },
    });
    this.compare(application.metadata.name);
  }

  #setError(name: string, message: string) {
    const application = this.#state.applications.get(name);
    if (!application) return;
    const { spec, status } = application;
    const now = this.#kit.clock.timestamp();
    this.#state.save({
      ...application,
      status: {
        ...status,
        sync: {
          status: 'Unknown',
          comparedTo: {
            source: spec.source,
            sources: spec.sources,
            destination: spec.destination,
          },
        },
        health: status.resources?.length
          ? status.health
          : { status: 'Unknown', lastTransitionTime: now },
        conditions: [
          { type: 'ComparisonError', message, lastTransitionTime: now },
        ],
        reconciledAt: now,
      },
    });
  }

  #autoSync(application: Application, rendered: Rendered) {
    const { spec, status, metadata } = application;
    const { automated } = spec.syncPolicy ?? {};
    if (!automated || automated.enabled === false || metadata.deletionTimestamp)
      return;
    if (
      status.sync.status !== 'OutOfSync' ||
      status.operationState?.phase === 'Running'
    )
      return;
    const last = status.operationState?.syncResult?.revision;
    const sameRevision = last === rendered.revisions[0];
    // What failed at this commit is not tried again at the same one, and drift is left unless selfHeal says otherwise.
    if (
      sameRevision &&
      (status.operationState?.phase !== 'Succeeded' || !automated.selfHeal)
    )
      return;
    const onlyPruning = status.resources?.every(
      one => one.status === 'Synced' || one.requiresPruning,
    );
    if (onlyPruning && !automated.prune) return;
    this.operate(metadata.name, {
      initiatedBy: { automated: true },
      sync: {
        revision: rendered.revisions[0],
        revisions: rendered.revisions,
        prune: automated.prune,
      },
    });
  }

  #scheduleCompare(name: string) {
    this.#later(`compare/${name}`, DEBOUNCE_MS, () => this.compare(name));
  }

  #later(key: string, milliseconds: number, work: () => void) {
    if (this.#pending.has(key)) return;
    this.#pending.add(key);
    this.#kit.clock.after(milliseconds, () => {
      this.#pending.delete(key);
      work();
    });
  }

  #revisions(application: Application, revisions: string[]) {
    return application.spec.sources?.length
      ? { revision: revisions[0], revisions }
      : { revision: revisions[0] };
  }
}

function imagesOf(rendered: Rendered): string[] {
  const found = JSON.stringify(rendered.manifests).matchAll(
    /"image":"([^"]+)"/g,
  );
  return [...new Set([...found].map(match => match[1]))];
}

/** An application without what changes at each look. */
function meaning({ spec, status }: Application): string {
  return JSON.stringify([spec, { ...status, reconciledAt: undefined }]);
}
