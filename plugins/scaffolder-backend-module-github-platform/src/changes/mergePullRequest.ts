import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RepoClient } from '../client/createRepoClient';
import { readChecks } from './mergeBlockers';

/** What is to be merged, and how long it may take. */
export interface WantedMerge {
  number: number;
  /** Commit that was looked at; another one is not merged. */
  expectedHead: string;
  /** Merges without waiting for checks and reviews, as far as GitHub lets Portico. */
  bypass: boolean;
  waitMs: number;
  pollMs: number;
  logger: LoggerService;
  signal?: AbortSignal;
}

export interface Merged {
  sha: string;
  url: string;
  branch: string;
}

/**
 * Merges a pull request once its checks have passed and its reviews are there.
 *
 * @throws ConflictError if its head moved, it was closed, or a check failed; ServiceUnavailableError
 *   if it takes longer than `waitMs`
 */
export async function mergePullRequest(
  client: RepoClient,
  wanted: WantedMerge,
): Promise<Merged> {
  const { octokit, owner, repo, slug } = client;
  const { number, expectedHead, bypass, logger, signal } = wanted;
  const deadline = Date.now() + wanted.waitMs;
  let told = '';
  let triesNow = bypass;
  for (;;) {
    const { data: pull } = await octokit.rest.pulls.get({
      owner,
      repo,
      pull_number: number,
    });
    const { html_url: url, head } = pull;
    if (pull.merged) {
      return { sha: pull.merge_commit_sha ?? '', url, branch: head.ref };
    }
    if (pull.state === 'closed') {
      throw new ConflictError(
        `Pull request #${number} of ${slug} was closed without being merged. See ${url}`,
      );
    }
    if (head.sha !== expectedHead) {
      throw new ConflictError(
        `Pull request #${number} of ${slug} has moved to ${head.sha.slice(
          0,
          7,
        )} since ${expectedHead.slice(
          0,
          7,
        )} was agreed to. Nothing was merged. Start the task again, to ask for what is there now. See ${url}`,
      );
    }
    const waitsFor = triesNow ? '' : await findBlocker(client, pull);
    if (!waitsFor) {
      const sha = await tryMerge(client, wanted);
      if (sha) return { sha, url, branch: head.ref };
      if (triesNow) {
        logger.info(
          `GitHub does not let Portico merge #${number} without checks and reviews; it waits for them`,
        );
      }
      triesNow = false;
    } else if (waitsFor !== told) {
      logger.info(`#${number} waits for ${waitsFor}: ${url}`);
      told = waitsFor;
    }
    if (Date.now() > deadline) {
      throw new ServiceUnavailableError(
        `Pull request #${number} of ${slug} could not be merged within ${
          wanted.waitMs / 60_000
        } minutes; it waits for ${told || 'GitHub'}. See ${url}`,
      );
    }
    await sleep(wanted.pollMs, undefined, { signal });
  }
}

/**
 * What it waits for, in words; empty if it can be merged.
 *
 * @throws ConflictError for what no waiting mends
 */
async function findBlocker(
  client: RepoClient,
  pull: {
    number: number;
    mergeable_state: string;
    html_url: string;
    head: { sha: string };
  },
): Promise<string> {
  const { mergeable_state: state, html_url: url, number } = pull;
  if (state === 'dirty') {
    throw new ConflictError(
      `Pull request #${number} of ${client.slug} conflicts with its base; somebody has changed the same lines. Close it and start the task again. See ${url}`,
    );
  }
  const { pending, failed } = await readChecks(client, pull.head.sha);
  if (failed.length > 0) {
    throw new ConflictError(
      `${failed.join(', ')} failed for pull request #${number} of ${
        client.slug
      }; nothing was merged. See ${url}/checks`,
    );
  }
  if (pending.length > 0) return `checks (${pending.join(', ')})`;
  if (state === 'blocked') return 'the reviews that its branch asks for';
  return state === 'unknown' ? 'GitHub to look at it' : '';
}

/** @returns the commit; `undefined` if GitHub does not let it happen yet */
async function tryMerge(
  { octokit, owner, repo }: RepoClient,
  { number, expectedHead }: WantedMerge,
): Promise<string | undefined> {
  const { data: settings } = await octokit.rest.repos.get({ owner, repo });
  try {
    const { data } = await octokit.rest.pulls.merge({
      owner,
      repo,
      pull_number: number,
      sha: expectedHead,
      merge_method: chooseMethod(settings),
    });
    return data.sha;
  } catch (error) {
    // 405: protected, or merged by a first try whose answer was lost; 409: moved. A look tells which.
    if ((error as Error).name === 'ConflictError') return undefined;
    throw error;
  }
}

function chooseMethod(settings: {
  allow_squash_merge?: boolean;
  allow_merge_commit?: boolean;
}): 'squash' | 'merge' | 'rebase' {
  if (settings.allow_squash_merge !== false) return 'squash';
  return settings.allow_merge_commit === false ? 'rebase' : 'merge';
}
