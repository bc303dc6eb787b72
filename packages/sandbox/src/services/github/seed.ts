import { repositoryFiles } from '../../world/repositoryFiles';
import type { Component, World } from '../../world';
import { TOKEN_LOGIN } from './authentication';
import { createRepository } from './createRepository';
import type { Github } from './Github';
import { fullName } from './GithubState';
import { NO_OBJECT } from './git/objects';
import { environmentScope } from './routes/scopes';
import { refreshRepository } from './trackPushes';

/** Fills an empty GitHub from the description of the organisation. */
export async function seed(github: Github, world: World): Promise<void> {
  const { state } = github;
  const createdAt = state.now();
  state.transaction(() => {
    seedAccounts(github, world, createdAt);
    seedTeams(github, world, createdAt);
  });
  for (const component of world.components)
    await seedRepository(github, world, component);
}

function seedAccounts({ state }: Github, world: World, createdAt: string) {
  state.accounts.put(world.organization.toLowerCase(), {
    id: state.nextId(),
    login: world.organization,
    type: 'Organization',
    name: 'Mini Org',
    bio: 'Sandbox: simulated GitHub organization',
    createdAt,
  });
  state.accounts.put(TOKEN_LOGIN, {
    id: state.nextId(),
    login: TOKEN_LOGIN,
    type: 'User',
    name: 'Portico',
    email: `${TOKEN_LOGIN}@mini-org.example`,
    role: 'admin',
    createdAt,
  });
  for (const person of world.people) {
    state.accounts.put(person.githubLogin.toLowerCase(), {
      id: state.nextId(),
      login: person.githubLogin,
      type: 'User',
      name: `${person.firstName} ${person.lastName}`,
      email: person.email,
      bio: person.title,
      company: world.organization,
      role: person.roles.includes('platform-admins') ? 'admin' : 'member',
      createdAt,
    });
  }
}

function seedTeams({ state }: Github, world: World, createdAt: string) {
  for (const team of world.teams) {
    const people = world.people.filter(person => person.team === team.name);
    const logins = new Map(
      people.map(person => [person.login, person.githubLogin]),
    );
    const leads = new Set(
      people
        .map(person => person.manager)
        .filter(login => login && logins.has(login)),
    );
    state.teams.put(team.name, {
      id: state.nextId(),
      slug: team.name,
      name: team.title,
      description: team.description,
      privacy: 'closed',
      members: Object.fromEntries(
        people.map(person => [
          person.githubLogin,
          leads.has(person.login) ? 'maintainer' : 'member',
        ]),
      ),
      createdAt,
    });
  }
}

async function seedRepository(
  github: Github,
  world: World,
  component: Component,
) {
  const { git, present, runner, state } = github;
  const repository = createRepository(github, {
    owner: world.organization,
    name: component.name,
    description: component.description,
    visibility: 'internal',
    topics: [component.type, component.language, component.system].filter(
      topic => /^[a-z0-9-]+$/.test(topic),
    ),
    teams: component.owner
      ? {
          [component.owner]:
            component.tier === 'critical' ? 'maintain' : 'push',
        }
      : {},
  });
  const full = fullName(repository);
  const author =
    world.people.find(person => person.team === component.owner) ??
    world.people[0];
  const login = author?.githubLogin ?? TOKEN_LOGIN;
  const account = state.account(login)!;
  const after = await git.commit(full, {
    branch: repository.defaultBranch,
    message: `Start ${component.title}`,
    author: { name: account.name ?? login, email: account.email ?? '', login },
    changes: repositoryFiles(world, component, {
      githubUrl: present.web,
      organization: world.organization,
    }),
  });
  const event = {
    repository: full,
    ref: `refs/heads/${repository.defaultBranch}`,
    before: NO_OBJECT,
    after,
    pusher: login,
  };
  await refreshRepository(github, event);
  await runner.history(event, run => {
    for (const { environment } of run.jobs) {
      if (environment) seedEnvironment(github, full, environment);
    }
  });
}

function seedEnvironment(
  { state }: Github,
  repository: string,
  name: string,
): void {
  const key = environmentScope(repository, name);
  if (state.environments.get(key)) return;
  const now = state.now();
  state.environments.put(key, {
    id: state.nextId(),
    repository,
    name,
    waitTimer: 0,
    preventSelfReview: false,
    reviewers: [],
    branchPolicy: null,
    branchPolicies: [],
    createdAt: now,
    updatedAt: now,
  });
}
