import type {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { Delegation } from '@portico/plugin-flows-node';
import type { GithubIssues, Issue } from './GithubIssues';
import type { IssueFlowStore, IssueRun } from './IssueFlowStore';
import type { People } from './People';
import type { IssueFlow } from './readIssueFlows';
import { renderProgress } from './renderProgress';
import type { TaskStarter } from './TaskStarter';
import { toValues } from './toValues';

const IN_PROGRESS = 'in-progress';
const FAILED = 'failed';
/** A run that is `starting` for longer was left by a process that died. */
const ABANDONED_MS = 60_000;
const TERMINAL = ['completed', 'failed', 'cancelled'];

/** What `IssueFlows` works with. */
export interface IssueFlowsOptions {
  flows: IssueFlow[];
  issuesOf: (flow: IssueFlow) => Promise<GithubIssues>;
  store: IssueFlowStore;
  people: Pick<People, 'ofGithubLogin' | 'named'>;
  delegation: Pick<Delegation, 'credentialsOf'>;
  starter: Pick<TaskStarter, 'start'>;
  scaffolder: Pick<ScaffolderService, 'getTask' | 'getLogs' | 'listTasks'>;
  auth: AuthService;
  auditor: AuditorService;
  logger: LoggerService;
  /** Where people open the portal. */
  appUrl: string;
}

/**
 * Starts a template for an issue that carries the two labels of its flow, with the rights of whoever
 * set the second one, and tells on the issue how it goes. What counts is GitHub's own record of the
 * issue; a webhook only says where to look.
 */
export class IssueFlows {
  readonly #options: IssueFlowsOptions;

  constructor(options: IssueFlowsOptions) {
    this.#options = options;
  }

  /** Looks at one issue, and starts its flow if this setting of the label has not started it before. */
  async look(repository: string, number: number): Promise<void> {
    const { flows, issuesOf, store } = this.#options;
    const candidates = flows.filter(flow => flow.repository === repository);
    for (const flow of candidates) {
      const issues = await issuesOf(flow);
      const issue = await issues.get(number);
      const isAsked = [flow.label, flow.approvedLabel].every(label =>
        issue.labels.includes(label),
      );
      if (!issue.isOpen || !isAsked) continue;
      const approval = await issues.lastLabelled(number, flow.approvedLabel);
      const run =
        approval &&
        (await store.begin({
          repository,
          issue: number,
          labelEvent: approval.id,
          startedBy: approval.actor,
        }));
      if (run) await this.#start(flow, issues, issue, run);
    }
  }

  /** Looks at all issues that carry the labels: finds those whose webhook never came. */
  async lookAtAll(): Promise<void> {
    const { flows, issuesOf } = this.#options;
    for (const flow of flows) {
      const issues = await issuesOf(flow);
      const asked = await issues.withLabels([flow.label, flow.approvedLabel]);
      for (const issue of asked) await this.look(flow.repository, issue.number);
    }
  }

  /** Tells on each issue how its flow goes, and takes up what a dead process left. */
  async advance(): Promise<void> {
    const { flows, issuesOf, store, logger } = this.#options;
    for (const run of await store.open()) {
      const ofRepository = flows.filter(
        ({ repository }) => repository === run.repository,
      );
      try {
        const issues = ofRepository[0] && (await issuesOf(ofRepository[0]));
        const issue = await issues?.get(run.issue);
        // The labels tell which flow of this repository it is; they may have changed since.
        const flow = ofRepository.find(({ label }) =>
          issue?.labels.includes(label),
        );
        if (!issues || !issue || !flow) {
          await store.update(run.id, { state: 'ended' });
          continue;
        }
        if (run.state === 'running') await this.#report(issues, run);
        else if (Date.now() - run.createdAt.getTime() > ABANDONED_MS) {
          await this.#start(flow, issues, issue, run);
        }
      } catch (error) {
        logger.warn(
          `Could not go on with the flow of ${run.repository}#${run.issue}; it is tried again`,
          error as Error,
        );
      }
    }
  }

  async #start(
    flow: IssueFlow,
    issues: GithubIssues,
    issue: Issue,
    run: IssueRun,
  ): Promise<void> {
    const { auditor, store } = this.#options;
    const event = await auditor.createEvent({
      eventId: 'issue-flow-start',
      severityLevel: 'medium',
      meta: {
        issue: issue.url,
        template: flow.templateRef,
        startedBy: run.startedBy,
      },
    });
    try {
      const taskId = await this.#startTask(flow, issue, run);
      await store.update(run.id, { state: 'running', taskId });
      await event.success({ meta: { taskId } });
    } catch (error) {
      await event.fail({ error: error as Error });
      if (!isRefusal(error)) throw error;
      const commentId = await issues.comment(
        issue.number,
        `Not started.\n\n${quote(
          error.message,
        )}\n\nMend the issue, then take the label \`${
          flow.approvedLabel
        }\` off and set it again.`,
      );
      await store.update(run.id, { state: 'refused', commentId });
      return;
    }
    await issues.removeLabel(issue.number, FAILED);
    await issues.addLabel(issue.number, IN_PROGRESS);
  }

  async #startTask(
    flow: IssueFlow,
    issue: Issue,
    run: IssueRun,
  ): Promise<string> {
    const { people, delegation, scaffolder, starter } = this.#options;
    const person = await people.ofGithubLogin(run.startedBy);
    if (!person) {
      throw new NotAllowedError(
        `@${run.startedBy} set the label, and nobody in Portico has this GitHub login.`,
      );
    }
    const values = await toValues(flow, issue, people);
    const credentials = await delegation.credentialsOf(person);
    const { items } = await scaffolder.listTasks(
      { createdBy: person, limit: 50 },
      { credentials },
    );
    const before = items.find(
      task =>
        task.spec.parameters.issueUrl === issue.url &&
        Date.parse(task.createdAt) >= run.createdAt.getTime() - 1_000,
    );
    if (before) return before.id;
    return starter.start(
      { templateRef: flow.templateRef, values },
      credentials,
    );
  }

  async #report(issues: GithubIssues, run: IssueRun): Promise<void> {
    const { auth, scaffolder, store, appUrl } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const taskId = run.taskId!;
    const [task, events] = await Promise.all([
      scaffolder.getTask({ taskId }, { credentials }),
      scaffolder.getLogs({ taskId }, { credentials }),
    ]);
    const comment = renderProgress({
      task,
      events,
      startedBy: run.startedBy,
      taskUrl: `${appUrl}/create/tasks/${taskId}`,
    });
    if (comment !== run.comment) {
      const commentId = await issues.comment(run.issue, comment, run.commentId);
      await store.update(run.id, { comment, commentId });
    }
    if (!TERMINAL.includes(task.status)) return;
    await issues.removeLabel(run.issue, IN_PROGRESS);
    if (task.status !== 'completed') await issues.addLabel(run.issue, FAILED);
    await store.update(run.id, { state: 'ended' });
  }
}

/** Whether asking again would bring the same answer. */
function isRefusal(error: unknown): error is Error {
  return error instanceof InputError || error instanceof NotAllowedError;
}

function quote(text: string): string {
  return `> ${text.replaceAll('\n', '\n> ')}`;
}
