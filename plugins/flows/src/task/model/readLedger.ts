import {
  PART_OF,
  type LedgerOutcome,
  type LedgerRow as StoredRow,
} from '@portico/plugin-flows-common';
import type { LedgerRow, StepView } from './TaskView';

function fateOf({ remover }: StoredRow): LedgerRow['fate'] {
  if (remover === PART_OF) return 'part';
  return remover ? 'own' : 'stays';
}

/** What the task did to which thing, newest first. */
export function readLedger(rows: StoredRow[], steps: StepView[]): LedgerRow[] {
  const names = new Map(steps.map(step => [step.id, step.name]));
  return rows
    .map(row => ({
      ...row,
      key: String(row.id),
      stepName: names.get(row.stepId) ?? '',
      at: Date.parse(row.at),
      fate: fateOf(row),
    }))
    .reverse();
}

/** "4 made, 1 under way, 2 kept"; empty if there is nothing. */
export function summariseLedger(rows: LedgerRow[]): string {
  const words: [LedgerOutcome, string][] = [
    ['made', 'made'],
    ['changed', 'changed'],
    ['making', 'under way'],
    ['kept', 'kept'],
    ['removed', 'removed'],
    ['failed', 'could not be removed'],
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
