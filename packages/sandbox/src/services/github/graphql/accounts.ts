import type { Github } from '../Github';
import type { Account, Team } from '../model';
import { nodeId } from '../present/Presenter';
import { connection, type PageArguments } from './connection';
import { repositoriesOf, repositoryNode } from './repositories';

/** Resolvers of a user. */
export function userNode(github: Github, account: Account) {
  const { present, state } = github;
  const json = present.user(account.login);
  const verified = account.email && account.role ? [account.email] : [];
  return {
    __typename: 'User',
    id: json.node_id,
    databaseId: account.id,
    login: account.login,
    name: account.name ?? null,
    email: account.email ?? '',
    bio: account.bio ?? null,
    company: account.company ?? null,
    url: json.html_url,
    avatarUrl: json.avatar_url,
    suspendedAt: null,
    organizationVerifiedDomainEmails: () => verified,
    organizations: (page: PageArguments) =>
      connection(
        account.role
          ? state.accounts
              .filter(a => a.type === 'Organization')
              .map(a => organizationNode(github, a))
          : [],
        page,
      ),
    ...ownerFields(github, account),
  };
}

/** Resolvers of an organisation. */
export function organizationNode(github: Github, account: Account) {
  const { present, state } = github;
  return {
    __typename: 'Organization',
    id: nodeId('Organization', account.id),
    login: account.login,
    name: account.name ?? account.login,
    description: account.bio ?? null,
    url: `${present.web}/${account.login}`,
    avatarUrl: `${present.web}/avatars/u/${account.id}`,
    membersWithRole: (page: PageArguments) =>
      connection(
        state.accounts
          .filter(member => Boolean(member.role))
          .map(member => userNode(github, member)),
        page,
      ),
    teams: ({
      userLogins,
      ...page
    }: PageArguments & { userLogins?: string[] }) =>
      connection(
        state.teams
          .filter(
            team =>
              !userLogins?.length ||
              userLogins.some(login => login in team.members),
          )
          .map(team => teamNode(github, account, team)),
        page,
      ),
    team: ({ slug }: { slug: string }) => {
      const team = state.teams.get(slug.toLowerCase());
      return team ? teamNode(github, account, team) : null;
    },
    ...ownerFields(github, account),
  };
}

function ownerFields(github: Github, account: Account) {
  return {
    repository: ({ name }: { name: string }) => {
      const found = github.state.repositories.get(
        `${account.login}/${name}`.toLowerCase(),
      );
      return found ? repositoryNode(github, found) : null;
    },
    repositories: (page: PageArguments) =>
      repositoriesOf(github, account.login, page),
  };
}

function teamNode(
  github: Github,
  organization: Account,
  team: Team,
): Record<string, unknown> {
  const { present, state } = github;
  const url = `${present.web}/orgs/${organization.login}/teams/${team.slug}`;
  const parent = team.parent ? state.teams.get(team.parent) : undefined;
  return {
    id: nodeId('Team', team.id),
    databaseId: team.id,
    slug: team.slug,
    combinedSlug: `${organization.login}/${team.slug}`,
    name: team.name,
    description: team.description,
    url,
    avatarUrl: `${present.web}/avatars/t/${team.id}`,
    editTeamUrl: `${url}/edit`,
    parentTeam: () => (parent ? teamNode(github, organization, parent) : null),
    members: (page: PageArguments) =>
      connection(
        Object.keys(team.members).flatMap(login => {
          const account = state.account(login);
          return account ? [userNode(github, account)] : [];
        }),
        page,
      ),
  };
}
