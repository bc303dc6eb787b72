import { InputError } from '@backstage/errors';
import type {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import type { IssueFlow } from './readIssueFlows';

const TIMEOUT_MS = 15_000;

/** An issue that asks for a flow. */
export interface Issue {
  number: number;
  url: string;
  body: string;
  isOpen: boolean;
  labels: string[];
}

/** Who set a label, and which setting of it that was. */
export interface LabelEvent {
  id: string;
  /** GitHub login. */
  actor: string;
}

interface IssueData {
  number: number;
  html_url: string;
  body?: string | null;
  state: string;
  labels: (string | { name?: string })[];
  pull_request?: unknown;
}

interface IssueEventData {
  id: number;
  event: string;
  actor?: { login: string } | null;
  label?: { name: string };
}

/** What is read from and written to the issues of one repository. */
export class GithubIssues {
  readonly #octokit: Octokit;
  readonly #place: { owner: string; repo: string };

  /**
   * @param access.credentials keeps the tokens of a GitHub App until they end; one for all that is asked
   * @throws InputError for a host without integration
   */
  static async create(
    access: {
      integrations: ScmIntegrationRegistry;
      credentials: GithubCredentialsProvider;
    },
    flow: IssueFlow,
  ): Promise<GithubIssues> {
    const { integrations, credentials } = access;
    const integration = integrations.github.byHost(flow.host);
    if (!integration) {
      throw new InputError(
        `flows.issues names the host '${flow.host}', for which there is no entry under integrations.github.`,
      );
    }
    const { token } = await credentials.getCredentials({
      url: `https://${flow.host}/${flow.repository}`,
    });
    return new GithubIssues(
      new Octokit({
        auth: token,
        baseUrl: integration.config.apiBaseUrl,
        request: { timeout: TIMEOUT_MS },
      }),
      { owner: flow.owner, repo: flow.repo },
    );
  }

  private constructor(
    octokit: Octokit,
    place: { owner: string; repo: string },
  ) {
    this.#octokit = octokit;
    this.#place = place;
  }

  async get(number: number): Promise<Issue> {
    const { data } = await this.#octokit.rest.issues.get({
      ...this.#place,
      issue_number: number,
    });
    return toIssue(data);
  }

  /** Open issues that carry all of the labels. */
  async withLabels(labels: string[]): Promise<Issue[]> {
    const issues: IssueData[] = await this.#octokit.paginate(
      'GET /repos/{owner}/{repo}/issues',
      {
        ...this.#place,
        state: 'open',
        labels: labels.join(','),
        per_page: 100,
      },
    );
    return issues.filter(issue => !issue.pull_request).map(toIssue);
  }

  /** The newest setting of a label, as GitHub's own record has it. */
  async lastLabelled(
    number: number,
    label: string,
  ): Promise<LabelEvent | undefined> {
    const events: IssueEventData[] = await this.#octokit.paginate(
      'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
      { ...this.#place, issue_number: number, per_page: 100 },
    );
    const last = events
      .filter(event => event.event === 'labeled' && event.label?.name === label)
      .at(-1);
    return last?.actor
      ? { id: String(last.id), actor: last.actor.login }
      : undefined;
  }

  /** Writes a comment, or rewrites the one given; returns its id. */
  async comment(
    number: number,
    body: string,
    commentId?: string,
  ): Promise<string> {
    const { data } = commentId
      ? await this.#octokit.rest.issues.updateComment({
          ...this.#place,
          comment_id: Number(commentId),
          body,
        })
      : await this.#octokit.rest.issues.createComment({
          ...this.#place,
          issue_number: number,
          body,
        });
    return String(data.id);
  }

  async addLabel(number: number, label: string): Promise<void> {
    await this.#octokit.rest.issues.addLabels({
      ...this.#place,
      issue_number: number,
      labels: [label],
    });
  }

  /** Takes a label off; one that is not there is no error. */
  async removeLabel(number: number, label: string): Promise<void> {
    try {
      await this.#octokit.rest.issues.removeLabel({
        ...this.#place,
        issue_number: number,
        name: label,
      });
    } catch (error) {
      if ((error as { status?: number }).status !== 404) throw error;
    }
  }
}

function toIssue(data: IssueData): Issue {
  return {
    number: data.number,
    url: data.html_url,
    body: data.body ?? '',
    isOpen: data.state === 'open',
    labels: data.labels.map(label =>
      typeof label === 'string' ? label : label.name ?? '',
    ),
  };
}
