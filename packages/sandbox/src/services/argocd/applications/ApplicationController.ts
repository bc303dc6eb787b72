import type { Kit } from '../../../kit';
import type { GitRepositories } from '../../github/git/GitRepositories';
import type { KubernetesCluster } from '../../kubernetes';
import { trackedBy } from '../compare/compare';
import type { Renderer } from '../render/Renderer';
import { sourcesOf, type Application, type Operation } from '../types';
import { applyAll } from './applyAll';
import type { ArgocdState } from './ArgocdState';
import { automaticOperation, isUnderWay } from './autoSync';
import { failedToApply, refusals } from './refusals';
import { Comparison } from './Comparison';
import { Debounce } from './Debounce';
import { Deletion } from './Deletion';
import { SyncRunner } from './SyncRunner';

/** Simulated milliseconds from a push until an application looks at it, as with a webhook. */
const REFRESH_MS = 400;
const COMPARE_MS = 100;

/** Keeps applications as git and their policies want them: listens, compares, syncs, deletes. */
export class ApplicationController {
  readonly comparison: Comparison;
  readonly deletion: Deletion;
  readonly syncs: SyncRunner;
  readonly #kit: Kit;
  readonly #git: GitRepositories;
  readonly #cluster: KubernetesCluster;
  readonly #state: ArgocdState;
  readonly #renderer: Renderer;
  readonly #debounce: Debounce;
  #stops: (() => void)[] = [];

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
    this.#debounce = new Debounce(options.kit.clock);
    this.comparison = new Comparison(options);
    this.deletion = new Deletion({ ...options, debounce: this.#debounce });
    this.syncs = new SyncRunner({
      ...options,
      finished: name => this.refresh(name),
    });
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
        if (name && this.#state.applications.get(name)) {
          this.#debounce.later(`compare/${name}`, COMPARE_MS, () =>
            this.#follow(this.comparison.compare(name)),
          );
        }
      }),
    ];
    for (const application of this.#state.applications.list()) {
      const { name, deletionTimestamp } = application.metadata;
      this.schedule(name);
      if (deletionTimestamp) this.deletion.proceed(name);
      else if (isUnderWay(application)) this.syncs.resume(name);
    }
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.comparison.forget();
    this.#debounce.clear();
  }

  /** Refreshes soon. */
  schedule(name: string): void {
    this.#debounce.later(`refresh/${name}`, REFRESH_MS, () =>
      this.#kit.background(`argocd refresh ${name}`, () => this.refresh(name)),
    );
  }

  /** Reads git again and compares; syncs if the policy says so. */
  async refresh(name: string): Promise<void> {
    this.#follow(await this.comparison.refresh(name));
  }

  /**
   * For the seed: reads git, and gives what applies it at once.
   *
   * @throws RenderError
   */
  async prepare(application: Application): Promise<() => void> {
    const { manifests } = await this.comparison.read(application);
    return () => {
      applyAll({
        cluster: this.#cluster,
        application,
        manifests,
        operation: { initiatedBy: { automated: true }, sync: {} },
      });
    };
  }

  /** For the seed: notes that what is in the cluster was deployed at that time. */
  noteDeployed(name: string, at: string): void {
    const rendered = this.comparison.rendered(name);
    if (!rendered) return;
    const { log } = this.syncs;
    const operation: Operation = {
      initiatedBy: { automated: true },
      sync: { revision: rendered.revisions[0] },
    };
    const begun = log.begin(this.#state.application(name), operation, at);
    log.succeed(log.note(begun, rendered, []), rendered, at);
    this.comparison.compare(name);
  }

  /**
   * Notes a sync of that time that Kubernetes refused, where something in git is refused now.
   *
   * @throws RenderError
   */
  async noteRefused(name: string, at: Date): Promise<void> {
    const application = this.#state.application(name);
    const rendered = await this.comparison.read(application);
    const operation: Operation = {
      initiatedBy: { automated: true },
      sync: { revision: rendered.revisions[0] },
    };
    const results = applyAll({
      cluster: this.#cluster,
      application,
      manifests: rendered.manifests,
      operation,
    });
    const reasons = refusals(results);
    if (!reasons) return;
    const when = `${at.toISOString().slice(0, 19)}Z`;
    const { log } = this.syncs;
    const begun = log.begin(application, operation, when);
    const noted = log.note(begun, rendered, results);
    log.fail(noted, 'Failed', failedToApply(reasons), when);
    this.comparison.compare(name);
  }

  #follow(application: Application | undefined) {
    if (!application) return;
    const { name } = application.metadata;
    const rendered = this.comparison.rendered(name);
    const operation = rendered && automaticOperation(application, rendered);
    if (operation) this.syncs.start(name, operation);
  }
}
