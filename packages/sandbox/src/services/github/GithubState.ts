import type { Clock, Collection, Store } from '../../kit';
import { GithubError } from './GithubError';
import type {
  Account,
  Comment,
  CommitStatus,
  Delivery,
  Environment,
  Invitation,
  Issue,
  IssueEvent,
  Label,
  Protection,
  Repository,
  Review,
  SealingKey,
  Secret,
  Team,
  Variable,
  Webhook,
  Workflow,
  WorkflowRun,
} from './model';

/** Everything that GitHub keeps beside git. Scoped collections have keys like `owner/name/NAME`. */
export class GithubState {
  readonly accounts: Collection<Account>;
  readonly teams: Collection<Team>;
  readonly invitations: Collection<Invitation>;
  /** By `owner/name` in lower case. */
  readonly repositories: Collection<Repository>;
  /** By the old `owner/name` in lower case. */
  readonly redirects: Collection<{ repositoryId: number }>;
  readonly protections: Collection<Protection>;
  readonly issues: Collection<Issue>;
  readonly events: Collection<IssueEvent>;
  readonly comments: Collection<Comment>;
  readonly reviews: Collection<Review>;
  readonly labels: Collection<Label>;
  readonly secrets: Collection<Secret>;
  readonly variables: Collection<Variable>;
  readonly keys: Collection<SealingKey>;
  readonly environments: Collection<Environment>;
  readonly webhooks: Collection<Webhook>;
  readonly deliveries: Collection<Delivery>;
  readonly statuses: Collection<CommitStatus>;
  readonly workflows: Collection<Workflow>;
  readonly runs: Collection<WorkflowRun>;
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    const open = <T>(name: string) => store.collection<T>('github', name);
    this.#store = store;
    this.#clock = clock;
    this.accounts = open('accounts');
    this.teams = open('teams');
    this.invitations = open('invitations');
    this.repositories = open('repositories');
    this.redirects = open('redirects');
    this.protections = open('protections');
    this.issues = open('issues');
    this.events = open('events');
    this.comments = open('comments');
    this.reviews = open('reviews');
    this.labels = open('labels');
    this.secrets = open('secrets');
    this.variables = open('variables');
    this.keys = open('keys');
    this.environments = open('environments');
    this.webhooks = open('webhooks');
    this.deliveries = open('deliveries');
    this.statuses = open('statuses');
    this.workflows = open('workflows');
    this.runs = open('runs');
  }

  /** A new id: GitHub's are unique by kind, these over all. */
  nextId(): number {
    return 1000 + this.#store.nextNumber('github', 'id');
  }

  /** The next issue or pull request number of a repository, or run number of a workflow. */
  nextNumber(sequence: string): number {
    return this.#store.nextNumber('github', sequence);
  }

  transaction<T>(work: () => T): T {
    return this.#store.transaction(work);
  }

  now(): string {
    return this.#clock.timestamp();
  }

  account(login: string): Account | undefined {
    return this.accounts.get(login.toLowerCase());
  }

  /** @throws GithubError 404 */
  repository(owner: string, name: string): Repository {
    const found = this.repositories.get(`${owner}/${name}`.toLowerCase());
    if (!found) throw GithubError.notFound();
    return found;
  }

  /** The repository that had that `owner/name` before it was renamed. */
  renamed(name: string): Repository | undefined {
    const redirect = this.redirects.get(name.toLowerCase());
    return (
      redirect &&
      this.repositories.find(({ id }) => id === redirect.repositoryId)
    );
  }

  /** @throws GithubError 404 */
  team(slug: string): Team {
    const found = this.teams.get(slug.toLowerCase());
    if (!found) throw GithubError.notFound();
    return found;
  }

  putRepository(repository: Repository): Repository {
    return this.repositories.put(
      fullName(repository).toLowerCase(),
      repository,
    );
  }

  /** Removes a repository and all that hangs on it. */
  deleteRepository(repository: Repository): void {
    const name = fullName(repository);
    this.transaction(() => {
      this.repositories.delete(name.toLowerCase());
      const owned: Collection<{ repository: string }>[] = [
        this.protections,
        this.issues,
        this.events,
        this.comments,
        this.reviews,
        this.labels,
        this.environments,
        this.statuses,
        this.workflows,
        this.runs,
      ] as unknown as Collection<{ repository: string }>[];
      for (const collection of owned) {
        for (const [id, value] of collection.entries()) {
          if (value.repository === name) collection.delete(id);
        }
      }
      for (const collection of [this.secrets, this.variables, this.keys]) {
        for (const [id] of collection.entries()) {
          if (id.startsWith(`${name}/`) || id === name) collection.delete(id);
        }
      }
      for (const [id, hook] of this.webhooks.entries()) {
        if (hook.target === name) this.webhooks.delete(id);
      }
    });
  }
}

/** `owner/name`. */
export function fullName(repository: { owner: string; name: string }): string {
  return `${repository.owner}/${repository.name}`;
}

/** Keys in the collection of issues, so that `owner/name#7` finds one. */
export function issueKey(repository: string, number: number): string {
  return `${repository}#${number}`;
}
