import type { Github } from '../Github';
import { fullName } from '../GithubState';
import type { Repository } from '../model';
import type { IssueForm } from './IssueForm';
import { parseForm } from './parseForm';

const FOLDER = '.github/ISSUE_TEMPLATE';

/**
 * The issue forms on the default branch of a repository, by file name.
 *
 * @throws InvalidFormError for a file that is none
 */
export async function repositoryForms(
  { git }: Github,
  repository: Repository,
): Promise<IssueForm[]> {
  const full = fullName(repository);
  const head = await git.resolve(full, repository.defaultBranch);
  if (!head) return [];
  const files = await git.readTree(full, head, FOLDER);
  const names = files
    .map(({ path }) => path.split('/').at(-1)!)
    .filter(name => /\.ya?ml$/.test(name) && !/^config\./.test(name))
    .sort();
  return Promise.all(
    names.map(async name => {
      const source = await git.readFile(full, head, `${FOLDER}/${name}`);
      return parseForm(name, String(source));
    }),
  );
}
