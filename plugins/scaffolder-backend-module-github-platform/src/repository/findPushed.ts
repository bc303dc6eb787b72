import { ConflictError } from '@backstage/errors';
import type { RepoClient } from '../client/createRepoClient';
import { readBranch, readFirstCommit, type CommitFiles } from './readBranch';
import { fingerprintFiles } from './readLocalFiles';

/**
 * The commit with which a branch began, if it holds exactly these files: a run of the same step
 * pushed it. `undefined` where the branch is not there yet.
 *
 * @throws ConflictError where the branch began with other files
 */
export async function findPushed(
  client: RepoClient,
  options: {
    branch: string;
    files: Map<string, string>;
    /** Page of the repository, for the error. */
    repositoryUrl: string;
  },
): Promise<CommitFiles | undefined> {
  const { branch, files, repositoryUrl } = options;
  const tip = await readBranch(client, branch);
  if (!tip) return undefined;
  const first = await readFirstCommit(client, branch);
  if (!first || fingerprintFiles(first.files) !== fingerprintFiles(files)) {
    throw new ConflictError(
      `${branch} of ${client.slug} has other files already, and this step only fills an empty repository. Open a pull request instead (publish:github:pull-request). ${repositoryUrl}`,
    );
  }
  return first;
}
