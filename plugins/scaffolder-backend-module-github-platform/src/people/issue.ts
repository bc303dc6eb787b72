import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createRepoClient, type RepoClient } from '../client/createRepoClient';
import type { PeopleOptions } from './PeopleOptions';

const PAGE_SIZE = 100;

/** An issue, with access to its repository. */
export interface IssueClient extends RepoClient {
  issue_number: number;
}

/** @throws InputError unless it is the page of an issue, e.g. `https://github.com/mini-org/onboarding/issues/12` */
export async function createIssueClient(
  issueUrl: string,
  options: Pick<PeopleOptions, 'integrations' | 'retryDelayMs'> & {
    logger: LoggerService;
    signal?: AbortSignal;
  },
): Promise<IssueClient> {
  const [, owner, repo, number] =
    (URL.canParse(issueUrl) &&
      /^\/([^/]+)\/([^/]+)\/issues\/(\d+)\/?$/.exec(
        new URL(issueUrl).pathname,
      )) ||
    [];
  if (!number) {
    throw new InputError(
      `'${issueUrl}' is not the page of an issue, such as https://github.com/mini-org/onboarding/issues/12.`,
    );
  }
  const query = new URLSearchParams({ owner, repo });
  const client = await createRepoClient({
    ...options,
    repoUrl: `${new URL(issueUrl).host}?${query}`,
  });
  return { ...client, issue_number: Number(number) };
}

/**
 * Writes a comment, or brings the one that this step of this task wrote before to what is wanted. An
 * invisible line tells it from others.
 *
 * @returns its page, and whether this task wrote it in this run
 */
export async function ensureComment(
  client: IssueClient,
  comment: { body: string; mark: string },
): Promise<{ url: string; wrote: boolean }> {
  const { octokit, owner, repo, issue_number } = client;
  const marker = `<!-- portico: ${comment.mark.replaceAll('--', '')} -->`;
  const body = `${comment.body}\n\n${marker}`;
  const place = { owner, repo, issue_number };
  const listOwn = async () => {
    const own = [];
    for (let page = 1; ; page += 1) {
      const { data } = await octokit.rest.issues.listComments({
        ...place,
        per_page: PAGE_SIZE,
        page,
      });
      own.push(...data.filter(one => one.body?.includes(marker)));
      if (data.length < PAGE_SIZE) return own;
    }
  };
  // Where an answer was lost, the client has asked again and written twice; perhaps in a run that was cut off then.
  const onlyOne = async () => {
    const [first, ...more] = await listOwn();
    for (const { id } of more) {
      await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    }
    return first;
  };
  const found = await onlyOne();
  if (found?.body === body) return { url: found.html_url, wrote: false };
  if (found) {
    const { data } = await octokit.rest.issues.updateComment({
      owner,
      repo,
      comment_id: found.id,
      body,
    });
    return { url: data.html_url, wrote: true };
  }
  await octokit.rest.issues.createComment({ ...place, body });
  const first = await onlyOne();
  return { url: first?.html_url ?? '', wrote: true };
}
