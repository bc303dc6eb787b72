import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  type ScmIntegrations,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import type { NewChange } from '../store/types';
import { slugOf } from './slugOf';

const TIMEOUT_MS = 10_000;
const PAGE = 100;
/** More commits than these in one deployment are not read. */
const MOST_PAGES = 5;

/** GitHub asks to be left alone for a while. */
export class RateLimitedError extends Error {
  override readonly name = 'RateLimitedError';
}

/** What GitHub knows of commits and issues. */
export class GithubHistory {
  readonly #integrations: ScmIntegrations;
  readonly #tokens: DefaultGithubCredentialsProvider;

  constructor(integrations: ScmIntegrations) {
    this.#integrations = integrations;
    this.#tokens =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  }

  /**
   * The commits that are in `to` and not in `from`, without merges.
   * https://docs.github.com/en/rest/commits/commits#compare-two-commits
   *
   * @throws NotFoundError where GitHub has not got (any more) what is compared
   * @throws RateLimitedError, ServiceUnavailableError
   */
  async between(
    repositoryUrl: string,
    { from, to }: { from: string; to: string },
    signal: AbortSignal,
  ): Promise<NewChange[]> {
    const [owner, repo] = slugOf(repositoryUrl)?.split('/') ?? [];
    const changes: NewChange[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { commits } = await this.#ask(
        repositoryUrl,
        `to compare ${from.slice(0, 7)} with ${to.slice(
          0,
          7,
        )} of ${owner}/${repo}`,
        signal,
        async (octokit, request) =>
          (
            await octokit.rest.repos.compareCommitsWithBasehead({
              owner,
              repo,
              basehead: `${from}...${to}`,
              per_page: PAGE,
              page,
              request,
            })
          ).data,
      );
      for (const { sha, parents, commit, html_url } of commits) {
        const date = commit.committer?.date ?? commit.author?.date;
        if (parents.length > 1 || !date) continue;
        changes.push({
          sha,
          committedAt: new Date(date).toISOString(),
          message: commit.message.split('\n')[0],
          url: html_url,
        });
      }
      if (commits.length < PAGE) break;
    }
    return changes;
  }

  /**
   * When an issue was opened, ISO 8601.
   *
   * @throws NotFoundError for what is no issue that Portico may read
   * @throws RateLimitedError, ServiceUnavailableError
   */
  async issueOpenedAt(issueUrl: string, signal: AbortSignal): Promise<string> {
    const [, owner, repo, number] =
      /^https?:\/\/[^/]+\/([^/]+)\/([^/]+)\/issues\/(\d+)/.exec(issueUrl) ?? [];
    if (!number) throw new NotFoundError(`${issueUrl} is no issue`);
    const issue = await this.#ask(
      issueUrl,
      `for issue ${number} of ${owner}/${repo}`,
      signal,
      async (octokit, request) =>
        (
          await octokit.rest.issues.get({
            owner,
            repo,
            issue_number: Number(number),
            request,
          })
        ).data,
    );
    return new Date(issue.created_at).toISOString();
  }

  async #ask<T>(
    url: string,
    what: string,
    signal: AbortSignal,
    ask: (octokit: Octokit, request: { signal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    const integration = this.#integrations.github.byUrl(url);
    if (!integration) {
      throw new NotFoundError(
        `no GitHub is configured for ${new URL(url).host}`,
      );
    }
    const { host, apiBaseUrl } = integration.config;
    const { token } = await this.#tokens.getCredentials({ url });
    const octokit = new Octokit({ auth: token, baseUrl: apiBaseUrl });
    try {
      return await ask(octokit, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
    } catch (error) {
      signal.throwIfAborted();
      throw explain(error as GithubFailure, host, what);
    }
  }
}

interface GithubFailure extends Error {
  status?: number;
  response?: { headers?: Record<string, string | undefined> };
}

function explain(error: GithubFailure, host: string, what: string): Error {
  const { status, response } = error;
  const said = status ? `answered ${status}` : 'did not answer';
  const message = `GitHub (${host}) ${said} when asked ${what}`;
  const { headers = {} } = response ?? {};
  const spent =
    headers['x-ratelimit-remaining'] === '0' || headers['retry-after'];
  if (status === 429 || (status === 403 && spent)) {
    return new RateLimitedError(`${message}: it was asked too often`);
  }
  return status === 404 || status === 422
    ? new NotFoundError(message)
    : new ServiceUnavailableError(message);
}
