import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { IssueFlows } from './IssueFlows';

/** What of the `issues` webhook is read; the rest is asked of GitHub. */
interface IssuesEvent {
  action?: string;
  issue?: { number?: number };
  repository?: { full_name?: string };
}

/**
 * Lets webhooks, checked by `@backstage/plugin-events-backend-module-github`, and the clock drive the
 * flows of issues. Progress is told every 5 s, and missed webhooks are made up for every 5 minutes.
 */
export async function scheduleIssueFlows(
  issueFlows: IssueFlows,
  options: { events: EventsService; scheduler: SchedulerService },
): Promise<void> {
  const { events, scheduler } = options;
  await events.subscribe({
    id: 'portico-issue-flows',
    topics: ['github.issues'],
    async onEvent({ eventPayload }) {
      const { action, issue, repository } = eventPayload as IssuesEvent;
      if (action !== 'labeled' || !issue?.number || !repository?.full_name) {
        return;
      }
      await issueFlows.look(repository.full_name, issue.number);
    },
  });
  await scheduler.scheduleTask({
    id: 'issue-flows-advance',
    frequency: { seconds: 5 },
    timeout: { minutes: 2 },
    initialDelay: { seconds: 5 },
    fn: () => issueFlows.advance(),
  });
  await scheduler.scheduleTask({
    id: 'issue-flows-look',
    frequency: { minutes: 5 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 30 },
    fn: () => issueFlows.lookAtAll(),
  });
}
