import {
  createRepoClient,
  type RepoClient,
  type RepoClientOptions,
} from '../client/createRepoClient';

/** Access to one organisation. */
export type OrgClient = Pick<RepoClient, 'octokit' | 'host'> & { org: string };

/**
 * A client for what belongs to no repository. Credentials are those of the organisation; `.github` is
 * the repository that GitHub itself takes for the organisation's own affairs, and need not exist.
 */
export async function createOrgClient(
  options: Omit<RepoClientOptions, 'repoUrl'> & {
    org: string;
    /** Host of one of `integrations.github`; the first if absent. */
    host?: string;
  },
): Promise<OrgClient> {
  const {
    org,
    host = options.integrations.github.list()[0]?.config.host ?? 'github.com',
    ...rest
  } = options;
  const repoUrl = `${host}?${new URLSearchParams({
    owner: org,
    repo: '.github',
  })}`;
  const client = await createRepoClient({ ...rest, repoUrl });
  return { octokit: client.octokit, host: client.host, org };
}
