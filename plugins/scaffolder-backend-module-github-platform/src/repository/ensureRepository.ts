import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { RepoClient } from '../client/createRepoClient';
import { orUndefined } from '../client/githubError';
import { readTaskMark, writeTaskMark } from './repositoryMark';
import type { RepositorySettings } from './settings';

/** GitHub cuts times to seconds, and its clock is not ours. */
const CLOCK_SKEW_MS = 5_000;

export type Repository =
  RestEndpointMethodTypes['repos']['get']['response']['data'];

export interface EnsuredRepository {
  repository: Repository;
  /** Whether this task made it, in this run or in one before a restart. */
  created: boolean;
}

/** The repository of exactly that name; one that was renamed away, to which GitHub redirects, does not count. */
export async function findRepository(
  client: RepoClient,
): Promise<Repository | undefined> {
  const { octokit, owner, repo, slug } = client;
  const answer = await orUndefined(octokit.rest.repos.get({ owner, repo }));
  const found = answer?.data;
  return found && isSame(found.full_name, slug) ? found : undefined;
}

/** @throws ConflictError */
export async function refuseForeignRepository(
  client: RepoClient,
  found: Repository,
  taskId: string,
): Promise<void> {
  if ((await readTaskMark(client)) !== taskId) {
    throw new ConflictError(
      `${client.slug} exists and was not made by this task: choose another name. ${found.html_url}`,
    );
  }
}

/**
 * Makes the repository, or takes the one that this task made before.
 *
 * @param options.nameWasFreeAt when this task saw, before a restart, that the name was free: what came
 *   into being since then and carries no mark was made by this task, which died before it could mark it
 * @throws ConflictError if a repository of that name is someone else's
 */
export async function ensureRepository(options: {
  client: RepoClient;
  settings: RepositorySettings;
  taskId: string;
  nameWasFreeAt?: string;
  logger: LoggerService;
}): Promise<EnsuredRepository> {
  const { client, settings, taskId, nameWasFreeAt, logger } = options;
  const isOurs = (repository: Repository) =>
    isUnmarkedSince(client, repository, nameWasFreeAt);
  const found = await findRepository(client);
  if (!found) {
    const repository = await createRepository(client, settings).catch(
      async error => {
        // The answer to an attempt that made it may have been lost, so that the next one was refused.
        const made = await findRepository(client);
        if (made && (await isOurs(made))) return made;
        throw error;
      },
    );
    await writeTaskMark(client, taskId);
    logger.info(
      `Repository ${client.slug}: not there, created as ${settings.visibility} (marked PORTICO_TASK=${taskId})`,
    );
    return { repository, created: true };
  }
  if (await isOurs(found)) await writeTaskMark(client, taskId);
  else await refuseForeignRepository(client, found, taskId);
  logger.info(
    `Repository ${client.slug}: already there, made by this task before; not created a second time`,
  );
  return { repository: found, created: true };
}

/** Whether it came into being after that moment and nobody has marked it. */
export async function isUnmarkedSince(
  client: RepoClient,
  repository: Repository,
  moment?: string,
): Promise<boolean> {
  if (moment === undefined || !repository.created_at) return false;
  const isNew =
    Date.parse(repository.created_at) >= Date.parse(moment) - CLOCK_SKEW_MS;
  return isNew && (await readTaskMark(client)) === undefined;
}

async function createRepository(
  client: RepoClient,
  settings: RepositorySettings,
): Promise<Repository> {
  const { octokit, owner, repo, host } = client;
  const account = await orUndefined(
    octokit.rest.users.getByUsername({ username: owner }),
  );
  if (!account) {
    throw new InputError(`There is no organisation '${owner}' on ${host}.`);
  }
  const { visibility, custom_properties, ...common } = settings;
  if (account.data.type === 'Organization') {
    await octokit.request(`POST /orgs/${owner}/repos`, {
      name: repo,
      private: visibility !== 'public',
      visibility,
      custom_properties,
      ...common,
    });
  } else {
    await octokit.rest.repos.createForAuthenticatedUser({
      name: repo,
      private: visibility !== 'public',
      ...common,
    });
  }
  const made = await findRepository(client);
  if (!made) {
    throw new Error(
      `GitHub said that it made ${client.slug}, but it is not there.`,
    );
  }
  return made;
}

function isSame(left: string, right: string): boolean {
  return left.localeCompare(right, 'en-US', { sensitivity: 'accent' }) === 0;
}
