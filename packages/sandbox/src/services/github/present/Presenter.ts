import type { GithubState } from '../GithubState';
import { fullName } from '../GithubState';
import type { Account, Repository, Team } from '../model';
import { accountLinks, repositoryLinks } from './links';

/** Turns documents into the JSON of the REST API: https://docs.github.com/enterprise-server/rest */
export class Presenter {
  readonly #state: GithubState;
  readonly #baseUrl: () => string;

  /** @param baseUrl of the web pages, asked late since tests take a free port */
  constructor(state: GithubState, baseUrl: () => string) {
    this.#state = state;
    this.#baseUrl = baseUrl;
  }

  /** Of the web pages and git, e.g. `http://127.0.0.1:7101`. */
  get web(): string {
    return this.#baseUrl();
  }

  /** Of the REST API. */
  get api(): string {
    return `${this.web}/api/v3`;
  }

  repositoryApi(repository: string): string {
    return `${this.api}/repos/${repository}`;
  }

  /** A user by login as it stands inside other answers; a placeholder named `ghost` for one that is gone. */
  user(login: string) {
    const account: Account = this.#state.account(login) ?? {
      id: 10137,
      login: 'ghost',
      type: 'User',
      createdAt: '2016-01-01T00:00:00Z',
    };
    return {
      login: account.login,
      id: account.id,
      node_id: nodeId(account.type, account.id),
      avatar_url: `${this.web}/avatars/u/${account.id}`,
      gravatar_id: '',
      ...accountLinks(this.api, this.web, account.login),
      type: account.type,
      site_admin: false,
    };
  }

  /** A user or organisation by itself. */
  account(account: Account) {
    const repositories = this.#state.repositories.filter(
      repository => repository.owner === account.login,
    );
    return {
      ...this.user(account.login),
      name: account.name ?? null,
      company: account.company ?? null,
      blog: '',
      location: null,
      email: account.email ?? null,
      hireable: null,
      bio: account.bio ?? null,
      twitter_username: null,
      public_repos: repositories.filter(r => r.visibility === 'public').length,
      public_gists: 0,
      followers: 0,
      following: 0,
      suspended_at: null,
      created_at: account.createdAt,
      updated_at: account.createdAt,
    };
  }

  organization(account: Account) {
    const url = `${this.api}/orgs/${account.login}`;
    return {
      login: account.login,
      id: account.id,
      node_id: nodeId('Organization', account.id),
      url,
      repos_url: `${url}/repos`,
      events_url: `${url}/events`,
      hooks_url: `${url}/hooks`,
      issues_url: `${url}/issues`,
      members_url: `${url}/members{/member}`,
      public_members_url: `${url}/public_members{/member}`,
      avatar_url: `${this.web}/avatars/u/${account.id}`,
      description: account.bio ?? null,
      name: account.name ?? account.login,
      html_url: `${this.web}/${account.login}`,
      type: 'Organization',
      has_organization_projects: true,
      has_repository_projects: true,
      public_repos: 0,
      total_private_repos: this.#state.repositories.size,
      owned_private_repos: this.#state.repositories.size,
      default_repository_permission: 'read',
      members_can_create_repositories: true,
      created_at: account.createdAt,
      updated_at: account.createdAt,
    };
  }

  team(team: Team) {
    const organization = this.#state.accounts.find(
      account => account.type === 'Organization',
    );
    const url = `${this.api}/organizations/${organization?.id}/team/${team.id}`;
    return {
      id: team.id,
      node_id: nodeId('Team', team.id),
      name: team.name,
      slug: team.slug,
      description: team.description,
      privacy: team.privacy,
      notification_setting: 'notifications_enabled',
      permission: 'pull',
      url,
      html_url: `${this.web}/orgs/${organization?.login}/teams/${team.slug}`,
      members_url: `${url}/members{/member}`,
      repositories_url: `${url}/repos`,
      parent: null,
    };
  }

  /** A repository as it stands in lists and inside other answers. */
  repository(repository: Repository) {
    const name = fullName(repository);
    const openIssues = this.#state.issues.filter(
      issue => issue.repository === name && issue.state === 'open',
    ).length;
    return {
      id: repository.id,
      node_id: nodeId('Repository', repository.id),
      name: repository.name,
      full_name: name,
      private: repository.visibility !== 'public',
      owner: this.user(repository.owner),
      description: repository.description,
      fork: false,
      ...repositoryLinks(this.api, this.web, name),
      homepage: repository.homepage,
      size: repository.size,
      stargazers_count: 0,
      watchers_count: 0,
      language:
        Object.entries(repository.languages).sort(
          (a, b) => b[1] - a[1],
        )[0]?.[0] ?? null,
      ...repository.settings,
      has_pages: Boolean(repository.extra.pages),
      forks_count: 0,
      mirror_url: null,
      archived: repository.archived,
      disabled: false,
      open_issues_count: openIssues,
      license: null,
      allow_forking: false,
      topics: repository.topics,
      visibility: repository.visibility,
      forks: 0,
      open_issues: openIssues,
      watchers: 0,
      default_branch: repository.defaultBranch,
      permissions: {
        admin: true,
        maintain: true,
        push: true,
        triage: true,
        pull: true,
      },
      custom_properties: repository.customProperties,
      created_at: repository.createdAt,
      updated_at: repository.updatedAt,
      pushed_at: repository.pushedAt,
    };
  }

  /** A repository by itself. */
  fullRepository(repository: Repository) {
    const organization = this.#state.account(repository.owner);
    return {
      ...this.repository(repository),
      temp_clone_token: '',
      network_count: 0,
      subscribers_count: 0,
      ...(organization?.type === 'Organization'
        ? { organization: this.user(repository.owner) }
        : {}),
    };
  }
}

/** The opaque global id that GraphQL and REST share. */
export function nodeId(type: string, id: number | string): string {
  return Buffer.from(`0${type.length}:${type}${id}`).toString('base64');
}
