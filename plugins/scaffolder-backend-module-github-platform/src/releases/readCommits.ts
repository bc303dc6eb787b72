import type { RepoClient } from '../client/createRepoClient';
import { orUndefined } from '../client/githubError';

/** What lies between two releases. */
export interface ReleaseDifference {
  /** Newest first. */
  commits: { sha: string; title: string; author?: string; url?: string }[];
  diffUrl?: string;
}

const MOST = 100;

/** Commits between two images whose tags are git tags or commits; none where the tags say nothing to git. */
export async function readCommits(
  { octokit, owner, repo }: RepoClient,
  before: string | undefined,
  after: string,
): Promise<ReleaseDifference> {
  if (!before || before === after) return { commits: [] };
  const answer = await orUndefined(
    octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${before}...${after}`,
    }),
  );
  if (!answer) return { commits: [] };
  const { commits, html_url: diffUrl } = answer.data;
  return {
    diffUrl,
    commits: commits
      .slice(-MOST)
      .reverse()
      .map(({ sha, commit, html_url: url, author }) => ({
        sha,
        title: commit.message.split('\n')[0],
        url,
        ...(author?.login ? { author: author.login } : {}),
      })),
  };
}
