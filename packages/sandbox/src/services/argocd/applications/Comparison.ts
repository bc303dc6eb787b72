import type { Kit } from '../../../kit';
import type { KubernetesCluster } from '../../kubernetes';
import { worst } from '../compare/health';
import { RenderError } from '../render/RenderError';
import type { Rendered, Renderer } from '../render/Renderer';
import type { Application } from '../types';
import type { ArgocdState } from './ArgocdState';
import { resourceStatuses } from './resourceStatuses';
import { revisionsOf } from './revisions';

/** Compares applications with git and the cluster, and writes down what it sees. */
export class Comparison {
  readonly #kit: Kit;
  readonly #cluster: KubernetesCluster;
  readonly #state: ArgocdState;
  readonly #renderer: Renderer;
  readonly #rendered = new Map<string, Rendered>();
  /** Counts stops: what was begun before one must not write after it. */
  #stopCount = 0;

  constructor(options: {
    kit: Kit;
    cluster: KubernetesCluster;
    state: ArgocdState;
    renderer: Renderer;
  }) {
    this.#kit = options.kit;
    this.#cluster = options.cluster;
    this.#state = options.state;
    this.#renderer = options.renderer;
  }

  /** What git wants of an application, as it was read last. */
  rendered(name: string): Rendered | undefined {
    return this.#rendered.get(name);
  }

  forget(): void {
    this.#stopCount += 1;
    this.#rendered.clear();
  }

  /**
   * Reads git; what it says becomes what the application is compared with.
   *
   * @throws RenderError
   */
  async read(application: Application): Promise<Rendered> {
    const rendered = await this.#renderer.render(application.spec);
    this.#rendered.set(application.metadata.name, rendered);
    return rendered;
  }

  /** Reads git again and compares; an application that can't be rendered says why. */
  async refresh(name: string): Promise<Application | undefined> {
    const application = this.#state.applications.get(name);
    if (!application) return undefined;
    const stopCount = this.#stopCount;
    const failure = await this.read(application).then(
      () => undefined,
      error => {
        if (!(error instanceof RenderError)) throw error;
        return error;
      },
    );
    if (stopCount !== this.#stopCount) {
      this.#rendered.delete(name);
      return undefined;
    }
    if (!failure) return this.compare(name);
    this.#rendered.delete(name);
    this.#setError(name, `Failed to load target state: ${failure.message}`);
    return undefined;
  }

  /** Compares with what was read of git last; nothing to compare gives `undefined`. */
  compare(name: string): Application | undefined {
    const application = this.#state.applications.get(name);
    const rendered = this.#rendered.get(name);
    if (!application || !rendered) return undefined;
    const { status } = application;
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
          ...revisionsOf(application, rendered),
          comparedTo: comparedTo(application),
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
    if (meaning(next) !== meaning(application)) {
      this.#state.save(next);
    }
    return next;
  }

  #setError(name: string, message: string) {
    const application = this.#state.applications.get(name);
    if (!application) return;
    const { status } = application;
    const now = this.#kit.clock.timestamp();
    this.#state.save({
      ...application,
      status: {
        ...status,
        sync: { status: 'Unknown', comparedTo: comparedTo(application) },
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
}

function comparedTo({ spec }: Application) {
  const { source, sources, destination } = spec;
  return { source, sources, destination };
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
