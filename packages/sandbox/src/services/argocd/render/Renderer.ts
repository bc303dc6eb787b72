import type { GitRepositories } from '../../github/git/GitRepositories';
import type { KubernetesCluster } from '../../kubernetes';
import { withRefusedConfig } from '../incidents/refusedConfig';
import { locateRepository } from '../locateRepository';
import type { ApplicationSource, ApplicationSpec, Manifest } from '../types';
import { sourcesOf } from '../types';
import { RenderError } from './RenderError';
import { renderSource } from './renderSource';
import { SourceTree } from './SourceTree';

/** What of an application's spec decides what git wants of it. */
type RenderedSpec = Pick<ApplicationSpec, 'source' | 'sources' | 'destination'>;

/** What git wants of an application. */
export interface Rendered {
  manifests: Manifest[];
  /** A commit a source. */
  revisions: string[];
  sourceTypes: string[];
}

/** Reads an application's sources at their revisions. */
export class Renderer {
  readonly #git: GitRepositories;
  readonly #cluster: KubernetesCluster;
  readonly #github: () => string;
  readonly #isRefused: (spec: RenderedSpec) => boolean;

  /** @param options.isRefused whether what Git holds of this is to be refused by Kubernetes, as an incident asks */
  constructor(options: {
    git: GitRepositories;
    cluster: KubernetesCluster;
    github: () => string;
    isRefused: (spec: RenderedSpec) => boolean;
  }) {
    this.#git = options.git;
    this.#cluster = options.cluster;
    this.#github = options.github;
    this.#isRefused = options.isRefused;
  }

  /** @throws RenderError whose message begins `failed to generate manifest for source 1 of 1: ` */
  async render(
    spec: RenderedSpec,
    revisions: string[] = [],
  ): Promise<Rendered> {
    const sources = sourcesOf(spec);
    const result: Rendered = { manifests: [], revisions: [], sourceTypes: [] };
    for (const [index, source] of sources.entries()) {
      try {
        const tree = await this.#open(source, revisions[index]);
        result.revisions.push(tree.revision);
        if (source.ref && !source.path) {
          result.sourceTypes.push('');
          continue;
        }
        const rendered = await renderSource(tree, source);
        result.sourceTypes.push(rendered.type);
        result.manifests.push(...rendered.manifests);
      } catch (error) {
        if (!(error instanceof RenderError)) throw error;
        throw new RenderError(
          `failed to generate manifest for source ${index + 1} of ${
            sources.length
          }: ${error.description}`,
        );
      }
    }
    const manifests = this.#isRefused(spec)
      ? withRefusedConfig(result.manifests)
      : result.manifests;
    result.manifests = manifests.map(manifest =>
      this.#place(manifest, spec.destination.namespace),
    );
    return result;
  }

  /** The commit that a revision of a source names. @throws RenderError */
  async resolve(source: ApplicationSource, revision: string): Promise<string> {
    return (await this.#open(source, revision)).revision;
  }

  /** The repository of a source of this GitHub. */
  repositoryOf(source: ApplicationSource): string | undefined {
    return locateRepository(source.repoURL, this.#github());
  }

  async #open(
    source: ApplicationSource,
    revision?: string,
  ): Promise<SourceTree> {
    if (source.chart) {
      throw new RenderError(
        `${source.chart}: the sandbox does not render Helm charts; use Kustomize or plain manifests`,
      );
    }
    const repository = this.repositoryOf(source);
    if (!repository || !this.#git.exists(repository)) {
      throw new RenderError(
        `failed to list refs: repository not found: ${source.repoURL}`,
      );
    }
    const wanted = revision ?? (source.targetRevision || 'HEAD');
    const commit = await this.#git.resolve(repository, wanted);
    if (!commit) {
      throw new RenderError(`unable to resolve '${wanted}' to a commit SHA`);
    }
    return new SourceTree(this.#git, repository, commit);
  }

  #place(manifest: Manifest, namespace = 'default'): Manifest {
    const type = this.#cluster.objects.types.of(
      manifest.apiVersion,
      manifest.kind,
    );
    const { namespace: own, ...metadata } = manifest.metadata ?? {};
    return {
      ...manifest,
      metadata:
        type && !type.namespaced
          ? metadata
          : { ...metadata, namespace: own ?? namespace },
    };
  }
}
