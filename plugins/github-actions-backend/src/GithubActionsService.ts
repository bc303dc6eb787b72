import type {
  BackstageCredentials,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
  stringifyEntityRef,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
  type GithubIntegration,
} from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { Octokit } from '@octokit/rest';
import {
  GITHUB_PROJECT_SLUG_ANNOTATION,
  WORKFLOW_RUNS_LIMIT,
  type WorkflowRuns,
} from '@portico/plugin-github-actions-common';
import { SingleFlight } from './SingleFlight';
import { toWorkflowRun } from './toWorkflowRun';

const REQUEST_TIMEOUT_MS = 10_000;
const CACHE_MS = 5_000;

/** Reads the workflow runs of entities' repositories. */
export interface GithubActionsService {
  /**
   * The latest runs of the repository that the entity names.
   *
   * @throws NotFoundError if there is no such entity or the caller may not read it
   * @throws InputError if the entity names no repository
   * @throws ServiceUnavailableError if GitHub does not answer
   */
  listRuns(
    entityRef: CompoundEntityRef,
    credentials: BackstageCredentials,
  ): Promise<WorkflowRuns>;
}

export class DefaultGithubActionsService implements GithubActionsService {
  static create(options: {
    config: RootConfigService;
    catalog: CatalogService;
  }): DefaultGithubActionsService {
    return new DefaultGithubActionsService(
      options.catalog,
      ScmIntegrations.fromConfig(options.config),
    );
  }

  readonly #catalog: CatalogService;
  readonly #integrations: ScmIntegrations;
  readonly #tokens: DefaultGithubCredentialsProvider;
  readonly #flights = new SingleFlight<WorkflowRuns>(CACHE_MS);

  private constructor(catalog: CatalogService, integrations: ScmIntegrations) {
    this.#catalog = catalog;
    this.#integrations = integrations;
    this.#tokens =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  }

  async listRuns(
    entityRef: CompoundEntityRef,
    credentials: BackstageCredentials,
  ): Promise<WorkflowRuns> {
    // The catalog decides who may see the entity, before anything cached is given out.
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(
        `There is no entity ${stringifyEntityRef(entityRef)} that you may read`,
      );
    }
    const slug = entity.metadata.annotations?.[GITHUB_PROJECT_SLUG_ANNOTATION];
    const [owner, repo, ...rest] = slug?.split('/') ?? [];
    if (!owner || !repo || rest.length > 0) {
      throw new InputError(
        `${stringifyEntityRef(
          entity,
        )} names no repository: set the annotation '${GITHUB_PROJECT_SLUG_ANNOTATION}' to 'owner/name'`,
      );
    }
    const integration = this.#integrationOf(entity);
    const key = `${integration.config.host}/${owner}/${repo}`;
    return this.#flights.run(key, () => this.#fetch(integration, owner, repo));
  }

  #integrationOf(entity: Entity): GithubIntegration {
    for (const name of [ANNOTATION_SOURCE_LOCATION, ANNOTATION_LOCATION]) {
      const location = entity.metadata.annotations?.[name];
      if (!location) continue;
      const { type, target } = parseLocationRef(location);
      const integration =
        type === 'url' ? this.#integrations.github.byUrl(target) : undefined;
      if (integration) return integration;
    }
    const [first] = this.#integrations.github.list();
    if (!first) {
      throw new ServiceUnavailableError(
        "No GitHub is connected: set 'integrations.github' in the app-config",
      );
    }
    return first;
  }

  async #fetch(
    integration: GithubIntegration,
    owner: string,
    repo: string,
  ): Promise<WorkflowRuns> {
    const { host, apiBaseUrl } = integration.config;
    const { token } = await this.#tokens.getCredentials({
      url: `https://${host}/${owner}/${repo}`,
    });
    const octokit = new Octokit({ auth: token, baseUrl: apiBaseUrl });
    const asOf = new Date();
    try {
      const request = { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) };
      const [{ data: repository }, { data }] = await Promise.all([
        octokit.rest.repos.get({ owner, repo, request }),
        octokit.rest.actions.listWorkflowRunsForRepo({
          owner,
          repo,
          per_page: WORKFLOW_RUNS_LIMIT,
          request,
        }),
      ]);
      return {
        repository: repository.full_name,
        url: `${repository.html_url}/actions`,
        asOf: asOf.toISOString(),
        runs: data.workflow_runs.map(run => toWorkflowRun(run, asOf)),
      };
    } catch (error) {
      const status = (error as { status?: number }).status;
      if (status === 404) {
        throw new NotFoundError(
          `GitHub (${host}) has no repository ${owner}/${repo} that Portico may read`,
        );
      }
      const answer = status ? `answered ${status}` : 'did not answer';
      throw new ServiceUnavailableError(
        `GitHub (${host}) ${answer} when asked for the workflow runs of ${owner}/${repo}`,
      );
    }
  }
}
