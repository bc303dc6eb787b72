import { onboardingRepository, type World } from '../../../world';
import { TOKEN_LOGIN } from '../authentication';
import { createRepository } from '../createRepository';
import type { Github } from '../Github';
import { fullName } from '../GithubState';
import { firstCommit } from './firstCommit';

/** The repository with the issue forms by which people join and leave. */
export async function seedOnboarding(github: Github, world: World) {
  const { state } = github;
  const { files, labels, maintainers, ...about } = onboardingRepository(world);
  const created = createRepository(github, {
    ...about,
    owner: world.organization,
    visibility: 'internal',
  });
  const repository = state.putRepository({
    ...created,
    collaborators: Object.fromEntries(
      maintainers.map(login => [login, 'maintain']),
    ),
  });
  const full = fullName(repository);
  for (const label of labels) {
    const id = state.nextId();
    state.labels.put(`${full}:${label.name}`, {
      id,
      repository: full,
      ...label,
    });
  }
  const login = maintainers[0] ?? TOKEN_LOGIN;
  await firstCommit(github, repository, {
    login,
    message: 'Ask for people to join and leave with forms',
    changes: files,
  });
}
