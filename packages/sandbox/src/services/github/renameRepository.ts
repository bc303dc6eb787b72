import type { Collection } from '../../kit';
import type { Github } from './Github';
import { GithubError } from './GithubError';
import { fullName } from './GithubState';
import type { Repository } from './model';

/**
 * Gives a repository another name; the old one leads to it until another repository takes it.
 *
 * @throws GithubError 422 if the name is taken
 */
export function renameRepository(
  { state, git }: Github,
  repository: Repository,
  name: string,
): Repository {
  const before = fullName(repository);
  const after = `${repository.owner}/${name}`;
  if (
    state.repositories.get(after.toLowerCase()) ||
    !/^[\w.-]{1,100}$/.test(name)
  ) {
    throw new GithubError(422, 'Validation Failed', [
      {
        resource: 'Repository',
        code: 'custom',
        field: 'name',
        message: 'name already exists on this account',
      },
    ]);
  }
  return state.transaction(() => {
    const kept = [
      state.protections,
      state.issues,
      state.events,
      state.comments,
      state.reviews,
      state.labels,
      state.environments,
      state.statuses,
      state.workflows,
      state.runs,
      state.secrets,
      state.variables,
      state.keys,
      state.webhooks,
    ] as unknown as Collection<Owned>[];
    for (const collection of kept) move(collection, before, after);
    state.repositories.delete(before.toLowerCase());
    state.redirects.delete(after.toLowerCase());
    state.redirects.put(before.toLowerCase(), { repositoryId: repository.id });
    git.rename(before, after);
    return state.putRepository({ ...repository, name });
  });
}

/** What names its repository in its key, or in a field. */
interface Owned {
  repository?: string;
  target?: string;
}

function move(
  collection: Collection<Owned>,
  before: string,
  after: string,
): void {
  for (const [id, value] of collection.entries()) {
    const isKeyed =
      id === before || [':', '#', '/'].some(c => id.startsWith(before + c));
    const isOwned = value.repository === before || value.target === before;
    if (!isKeyed && !isOwned) continue;
    if (isKeyed) collection.delete(id);
    collection.put(isKeyed ? after + id.slice(before.length) : id, {
      ...value,
      ...(value.repository === before && { repository: after }),
      ...(value.target === before && { target: after }),
    });
  }
}
