import type { LogEvent } from '@backstage/plugin-scaffolder-react';
import {
  parseFlowLogLine,
  type LedgerEntry,
} from '@portico/plugin-flows-common';
import type { LedgerRow, StepView } from './TaskView';

type Outcome = LedgerEntry['outcome'];

/** What one thing is after a step reported `next` about it. */
function merge(previous: Outcome | undefined, next: Outcome): Outcome {
  // A step that runs again finds what this task made before: it stays this task's.
  if (next === 'kept' && previous) {
    if (previous === 'making') return 'made';
    if (previous === 'made' || previous === 'changed') return previous;
  }
  return next;
}

/** What the task did to which thing, newest first, one row a thing. */
export function readLedger(events: LogEvent[], steps: StepView[]): LedgerRow[] {
  const names = new Map(steps.map(step => [step.id, step.name]));
  const rows = new Map<string, LedgerRow>();
  for (const event of events) {
    if (event.type !== 'log') continue;
    const line = parseFlowLogLine(event.body.message);
    if (line.type !== 'ledger') continue;
    const { entry } = line;
    const key = `${entry.kind}/${entry.name}`;
    const previous = rows.get(key);
    rows.delete(key);
    rows.set(key, {
      ...entry,
      url: entry.url ?? previous?.url,
      outcome: merge(previous?.outcome, entry.outcome),
      key,
      stepId: event.body.stepId,
      stepName: names.get(event.body.stepId ?? '') ?? '',
      at: Date.parse(event.createdAt),
    });
  }
  // What a step was making when it completed is made.
  const complete = new Set(
    steps.filter(step => step.state === 'completed').map(step => step.id),
  );
  return [...rows.values()]
    .reverse()
    .map(row =>
      row.outcome === 'making' && complete.has(row.stepId ?? '')
        ? { ...row, outcome: 'made' }
        : row,
    );
}

/** "4 made, 1 under way, 2 kept"; empty if there is nothing. */
export function summariseLedger(rows: LedgerRow[]): string {
  const words: [Outcome, string][] = [
    ['made', 'made'],
    ['changed', 'changed'],
    ['making', 'under way'],
    ['kept', 'kept'],
    ['removed', 'removed'],
    ['failed', 'failed'],
  ];
  return words
    .map(([outcome, word]) => {
      const count = rows.filter(row => row.outcome === outcome).length;
      return count ? `${count} ${word}` : '';
    })
    .filter(Boolean)
    .join(', ');
}

/** The things of a task that exist because of it. */
export function leftBehind(rows: LedgerRow[]): LedgerRow[] {
  return rows.filter(row =>
    ['making', 'made', 'changed', 'failed'].includes(row.outcome),
  );
}
