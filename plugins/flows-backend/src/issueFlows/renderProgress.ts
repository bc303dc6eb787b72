import type {
  LogEvent,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-common';

const WORDS: Record<string, string> = {
  processing: 'under way',
  completed: 'done',
  failed: '**failed**',
  cancelled: '**cancelled**',
  skipped: 'not needed',
};
const HEADLINES: Partial<Record<ScaffolderTask['status'], string>> = {
  completed: 'Done',
  failed:
    'Ended without success; what it had made is removed. Set the label again to start over',
};
/** What a failed step says may be long; GitHub takes 65,536 characters in all. */
const LONGEST_REASON = 1_500;

/** The comment that tells on the issue how far its flow is. GitHub-flavoured Markdown. */
export function renderProgress(options: {
  task: ScaffolderTask;
  events: LogEvent[];
  startedBy: string;
  /** Page of the task. */
  taskUrl: string;
}): string {
  const { task, events, startedBy, taskUrl } = options;
  const title =
    (task.spec.templateInfo?.entity?.metadata?.title as string | undefined) ??
    task.spec.templateInfo?.entityRef ??
    'The flow';
  const stateOf = new Map<string, string>();
  for (const { body } of events) {
    if (body.stepId && body.status) stateOf.set(body.stepId, body.status);
  }
  const steps = task.spec.steps.map(
    step =>
      `| ${cell(step.name)} | ${
        WORDS[stateOf.get(step.id) ?? ''] ?? 'waits'
      } |`,
  );
  return [
    `${
      HEADLINES[task.status] ?? 'Under way'
    }: [${title}](${taskUrl}), started by @${startedBy}.`,
    '',
    '| step | |',
    '| --- | --- |',
    ...steps,
    ...(task.status === 'failed' ? ['', reasonOf(events)] : []),
  ].join('\n');
}

function reasonOf(events: LogEvent[]): string {
  const completion = events.find(({ type }) => type === 'completion');
  const { error } = (completion?.body ?? {}) as {
    error?: { message?: string };
  };
  const reason = error?.message ?? 'The task says why.';
  return `> ${reason.slice(0, LONGEST_REASON).replaceAll('\n', '\n> ')}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
