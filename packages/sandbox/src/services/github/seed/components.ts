import { repositoryFiles, type Component, type World } from '../../../world';
import { TOKEN_LOGIN } from '../authentication';
import { createRepository } from '../createRepository';
import type { Github } from '../Github';
import { fullName } from '../GithubState';
import type { Repository } from '../model';
import { protectionKey } from '../protection';
import { environmentScope } from '../routes/scopes';
import { firstCommit } from './firstCommit';
import { pastCommits } from './pastCommits';

/** A component's repository: files, environments, past runs, and a default branch that is protected. */
export async function seedComponent(
  github: Github,
  world: World,
  component: Component,
) {
  const { kit, present, runner } = github;
  const repository = createRepository(github, {
    owner: world.organization,
    name: component.name,
    description: component.description,
    visibility: 'internal',
    settings: { allow_auto_merge: true, delete_branch_on_merge: true },
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
  const files = repositoryFiles(world, component, {
    githubUrl: present.web,
    grafanaUrl: kit.urls.grafana,
    organization: world.organization,
  });
  const last = await pastCommits(github, repository, {
    component,
    login,
    files,
  });
  const event = await firstCommit(github, repository, {
    login,
    message: last.message,
    changes: last.changes,
    date: last.at.toISOString(),
  });
  await runner.history(event, run => {
    for (const { environment } of run.jobs) {
      if (environment) seedEnvironment(github, full, environment);
    }
  });
  protectDefaultBranch(github, repository);
}

/**
 * Changes of the default branch take a pull request and an owner's review, also from administrators.
 * Portico's own account may merge without a review, so that a rollback waits for nobody.
 */
function protectDefaultBranch({ state }: Github, repository: Repository) {
  const full = fullName(repository);
  const { defaultBranch: branch } = repository;
  state.protections.put(protectionKey(full, branch), {
    repository: full,
    branch,
    reviews: {
      requiredApprovingReviewCount: 1,
      requireCodeOwnerReviews: true,
      dismissStaleReviews: true,
      requireLastPushApproval: false,
      bypass: { users: [TOKEN_LOGIN], teams: [], apps: [] },
    },
    enforceAdmins: true,
    requiredSignatures: false,
    requiredLinearHistory: false,
    allowForcePushes: false,
    allowDeletions: false,
    blockCreations: false,
    requiredConversationResolution: false,
    lockBranch: false,
    allowForkSyncing: false,
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
