import type { Github } from './Github';
import { GithubError } from './GithubError';
import { fullName } from './GithubState';
import { DEFAULT_SETTINGS, type Repository } from './model';

export interface NewRepository {
  owner: string;
  name: string;
  description?: string | null;
  homepage?: string | null;
  visibility?: Repository['visibility'];
  topics?: string[];
  settings?: Partial<Repository['settings']>;
  teams?: Repository['teams'];
  customProperties?: Repository['customProperties'];
}

/**
 * Makes an empty repository with its bare git repository.
 *
 * @throws GithubError 422 if the name is taken or no name
 */
export function createRepository(
  github: Github,
  input: NewRepository,
): Repository {
  const { state, git } = github;
  const { owner, name } = input;
  const invalid = (message: string) =>
    new GithubError(422, 'Repository creation failed.', [
      { resource: 'Repository', code: 'custom', field: 'name', message },
    ]);
  if (
    !/^[\w.-]{1,100}$/.test(name) ||
    name === '.' ||
    name === '..' ||
    name.endsWith('.git')
  ) {
    throw invalid(
      'name can only contain ASCII letters, digits, and the characters ., -, and _.',
    );
  }
  if (state.repositories.get(`${owner}/${name}`.toLowerCase())) {
    throw invalid('name already exists on this account');
  }
  state.redirects.delete(`${owner}/${name}`.toLowerCase());
  const now = state.now();
  const repository: Repository = {
    id: state.nextId(),
    owner,
    name,
    description: input.description ?? null,
    homepage: input.homepage ?? null,
    visibility: input.visibility ?? 'public',
    archived: false,
    topics: input.topics ?? [],
    defaultBranch: 'main',
    settings: { ...DEFAULT_SETTINGS, ...input.settings },
    teams: input.teams ?? {},
    collaborators: {},
    customProperties: input.customProperties ?? {},
    createdAt: now,
    updatedAt: now,
    pushedAt: now,
    size: 0,
    languages: {},
    extra: {},
  };
  // A folder that a broken start left behind holds nothing that anyone was told of.
  git.remove(fullName(repository));
  git.create(fullName(repository), repository.defaultBranch);
  return state.putRepository(repository);
}
