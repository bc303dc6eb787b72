import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { getOctokitOptions } from '@backstage/plugin-scaffolder-backend-module-github';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import { repeat } from '@portico/plugin-flows-common';
import { Octokit } from '@octokit/rest';
import {
  githubError,
  isGithubFailure,
  isRateLimit,
  type GithubFailure,
} from './githubError';

/** Access to one repository, or to the place where it is to be. */
export interface RepoClient {
  octokit: Octokit;
  host: string;
  owner: string;
  repo: string;
  /** `owner/repo`. */
  slug: string;
}

export interface RepoClientOptions {
  integrations: ScmIntegrationRegistry;
  /** `host?owner=…&repo=…`. */
  repoUrl: string;
  /** Token of the person, instead of the integration's. */
  token?: string;
  requireScmUserCredentials?: boolean;
  logger: LoggerService;
  signal?: AbortSignal;
  /** Pause before the first repetition; 1,000 if absent. */
  retryDelayMs?: number;
  /** How long a request may take; 30,000 if absent. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;
const NAME = /^[A-Za-z0-9._-]{1,100}$/;

/** Octokit warns of deprecated routes and failed requests on its own; errors carry what matters. */
const quiet = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
};

/**
 * A client with timeout, cancellation and repetition after 429, 5xx and lost connections. All that
 * this package asks of GitHub can be asked twice: writes are preceded by a look at what is there.
 * Failures come as errors of `@backstage/errors`.
 *
 * @throws InputError for a malformed repoUrl or a host without integration
 */
export async function createRepoClient(
  options: RepoClientOptions,
): Promise<RepoClient> {
  const { integrations, repoUrl, token, requireScmUserCredentials } = options;
  const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
  if (!owner) throw new InputError(`repoUrl '${repoUrl}' lacks the owner.`);
  if (!NAME.test(repo) || /^\.+$/.test(repo) || /\.git$/i.test(repo)) {
    throw new InputError(
      `'${repo}' is not a name that GitHub takes for a repository: use letters, digits, '-', '_' and '.', at most 100, not ending in .git.`,
    );
  }
  const { auth, baseUrl } = await getOctokitOptions({
    integrations,
    host,
    owner,
    repo,
    token,
    requireScmUserCredentials,
  });
  const octokit = new Octokit({
    auth,
    baseUrl,
    userAgent: 'portico',
    request: { fetch: fetchInTime(options) },
    log: quiet,
  });
  addRetries(octokit, host, options);
  return { octokit, host, owner, repo, slug: `${owner}/${repo}` };
}

/** Octokit's hooks can't add a signal to a request: those before them get the request as it was. */
function fetchInTime({
  signal,
  timeoutMs = TIMEOUT_MS,
}: RepoClientOptions): typeof fetch {
  return (input, init) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    return fetch(input, {
      ...init,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  };
}

function addRetries(
  octokit: Octokit,
  host: string,
  options: RepoClientOptions,
) {
  const { logger, signal, retryDelayMs } = options;
  octokit.hook.wrap('request', async (request, parameters) => {
    try {
      return await repeat(async () => request(parameters), {
        isWorthwhile: error => isGithubFailure(error) && isTransient(error),
        askedMs: retryAfterMs,
        onRepeat: (error, delayMs) => {
          const what =
            isGithubFailure(error) && error.response
              ? `answered ${error.status}`
              : 'did not answer';
          logger.warn(`GitHub ${what}; asked again after ${delayMs / 1000} s`);
        },
        signal,
        firstDelayMs: retryDelayMs,
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (!isGithubFailure(error)) throw error;
      const { method, url } = octokit.request.endpoint(parameters);
      const path = new URL(url).pathname;
      throw githubError(error, { host, method, path });
    }
  });
}

function isTransient(failure: GithubFailure): boolean {
  return failure.status >= 500 || isRateLimit(failure);
}

function retryAfterMs(error: Error): number | undefined {
  if (!isGithubFailure(error)) return undefined;
  const seconds = Number(error.response?.headers?.['retry-after'] ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
