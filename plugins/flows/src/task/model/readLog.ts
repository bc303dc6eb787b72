import type { LogEvent } from '@backstage/plugin-scaffolder-react';
import { parseFlowLogLine } from '@portico/plugin-flows-common';
import { isBookkeeping } from './isBookkeeping';
import type { LogLine, Resumption, StepView } from './TaskView';

const STACK_FRAME = /^\s+at .+/;
const ERROR_NAME = /^(?:\w*Error|\w*Exception): /;

function resumptionText(resumption: Resumption): string {
  return resumption.byPerson
    ? `Tried again from step ${resumption.fromStep}`
    : `The server that ran this task stopped; taken up again from step ${resumption.fromStep}`;
}

/**
 * The lines that a person reads: without progress lines, which the page draws otherwise,
 * without the scaffolder's own bookkeeping, and without stack frames (the download has them all).
 */
export function readLog(
  events: LogEvent[],
  steps: StepView[],
  resumptions: Resumption[],
): LogLine[] {
  const lines: LogLine[] = [];
  const names = new Map(steps.map(step => [step.id, step.name]));
  let resumed = 0;
  let current: string | undefined;

  for (const event of events) {
    const at = Date.parse(event.createdAt);
    const stepId = event.body.stepId || undefined;
    const base = { at, stepId };
    const key = String(event.id);
    if (event.type === 'recovered') {
      const resumption = resumptions[resumed++];
      if (resumption) {
        lines.push({
          ...base,
          key,
          stepId: steps[resumption.fromStep - 1]?.id,
          kind: 'text',
          level: resumption.byPerson ? 'info' : 'warn',
          text: resumptionText(resumption),
        });
      }
      continue;
    }
    if (event.type === 'cancelled') {
      const text = 'Someone cancelled the task';
      lines.push({ ...base, key, kind: 'text', level: 'warn', text });
      continue;
    }
    if (event.type !== 'log') continue;
    current = stepId ?? current;
    const line = parseFlowLogLine(event.body.message);
    if (line.type === 'section') {
      lines.push({
        ...base,
        key,
        kind: 'section',
        level: 'info',
        text: line.title,
      });
      continue;
    }
    if (line.type !== 'text' || isBookkeeping(line.text)) continue;
    const failed = event.body.status === 'failed';
    const [first, ...rest] = line.text
      .split('\n')
      .filter(part => !STACK_FRAME.test(part));
    lines.push({
      ...base,
      key,
      stepId: stepId ?? current,
      kind: 'text',
      level: failed ? 'error' : line.level,
      text: failed ? first.replace(ERROR_NAME, '') : first,
    });
    for (const [index, text] of rest.entries()) {
      lines.push({
        ...base,
        key: `${key}.${index}`,
        stepId: stepId ?? current,
        kind: 'detail',
        level: failed ? 'error' : line.level,
        text,
      });
    }
  }
  return lines.filter(line => !line.stepId || names.has(line.stepId));
}

/** The whole log as text, one event a line with its time in ISO 8601, for a file or a report. */
export function printLog(events: LogEvent[]): string {
  return events
    .filter(event => event.body.message)
    .map(event => {
      const line = parseFlowLogLine(event.body.message);
      const text =
        line.type === 'text'
          ? `${line.level === 'info' ? '' : `${line.level}: `}${line.text}`
          : event.body.message.replace(/^\S*info\S*: /, '');
      const step = event.body.stepId ? `[${event.body.stepId}] ` : '';
      return `${event.createdAt} ${step}${text}`;
    })
    .join('\n');
}
