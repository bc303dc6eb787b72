import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inventory } from '../../kit';
import type { BareGitRepositories } from './git';
import { fullName, type GithubState } from './GithubState';

/** What a flow can leave in GitHub. The default branch of a repository goes without saying. */
export function inventory(
  state: GithubState,
  git: BareGitRepositories,
): Inventory {
  const repositories = state.repositories.list();
  const open = state.issues.filter(issue => issue.state === 'open');
  return {
    repositories: repositories.map(
      one => `${fullName(one)}${one.archived ? ' archived' : ''}`,
    ),
    branches: repositories.flatMap(one =>
      branchesOf(git.directory(fullName(one)))
        .filter(branch => branch !== one.defaultBranch)
        .map(branch => `${fullName(one)} ${branch}`),
    ),
    repositoryTeams: repositories.flatMap(one =>
      Object.entries(one.teams).map(
        ([team, permission]) => `${fullName(one)} ${team} ${permission}`,
      ),
    ),
    collaborators: repositories.flatMap(one =>
      Object.entries(one.collaborators).map(
        ([login, permission]) => `${fullName(one)} ${login} ${permission}`,
      ),
    ),
    protections: state.protections.entries().map(([key]) => key),
    environments: state.environments
      .list()
      .map(({ repository, name }) => `${repository} ${name}`),
    secrets: state.secrets.entries().map(([key]) => key),
    variables: state.variables.entries().map(([key]) => key),
    webhooks: state.webhooks
      .list()
      .map(({ target, config }) => `${target} ${config.url}`),
    members: state.accounts
      .filter(account => account.role !== undefined)
      .map(({ login, role }) => `${login} ${role}`),
    invitations: state.invitations
      .list()
      .map(({ login, email, role }) => `${login ?? email} ${role}`),
    teamMemberships: state.teams
      .list()
      .flatMap(team =>
        Object.entries(team.members).map(
          ([login, role]) => `${team.slug} ${login} ${role}`,
        ),
      ),
    openIssues: open
      .filter(issue => !issue.pull)
      .map(issue => `${issue.repository}#${issue.number} ${issue.title}`),
    openPullRequests: open.flatMap(({ repository, number, pull }) =>
      pull ? `${repository}#${number} ${pull.headRef} -> ${pull.baseRef}` : [],
    ),
  };
}

/** Read from the folder: a git process for each of a hundred repositories would take seconds. */
function branchesOf(directory: string): string[] {
  const heads = join(directory, 'refs', 'heads');
  const packed = join(directory, 'packed-refs');
  const loose = existsSync(heads)
    ? readdirSync(heads, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && !entry.name.endsWith('.lock'))
        .map(entry => join(entry.parentPath, entry.name))
        .map(path => path.slice(heads.length + 1))
    : [];
  const lines = existsSync(packed)
    ? readFileSync(packed, 'utf8').split('\n')
    : [];
  const names = lines.flatMap(
    line => / refs\/heads\/(.+)$/.exec(line)?.[1] ?? [],
  );
  return [...new Set([...loose, ...names])];
}
