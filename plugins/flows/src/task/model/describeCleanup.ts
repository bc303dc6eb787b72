import { formatDuration } from '@portico/ui';
import { formatMoment } from './format';
import { leftBehind } from './readLedger';
import type { LedgerRow, TaskView } from './TaskView';

/** How long after its end a task may wait for its clean-up to begin. */
const BEGIN_MS = 15_000;

/** What became of the things that a failed or cancelled task made. */
export interface CleanupWords {
  /** Goes on after "Failed at step 3; ", e.g. "all 4 things it made are removed". */
  summary: string;
  /** What still exists because of the task and is not about to be removed. */
  left: LedgerRow[];
  /** When it was and will be tried, e.g. "Tried 3 times, last 13:59:02, next in 22 s." */
  tries?: string;
  state: 'nothing' | 'soon' | 'running' | 'done' | 'stuck';
}

function things(count: number, of?: number): string {
  const all = of ?? count;
  if (of !== undefined && count < of) return `${count} of ${of} things it made`;
  if (all === 1) return 'the one thing it made';
  return all === 2 ? 'both things it made' : `all ${all} things it made`;
}

const be = (count: number) => (count === 1 ? 'is' : 'are');

function triesOf(view: TaskView, now: number): string | undefined {
  const { cleanup, ledger } = view;
  if (!cleanup || cleanup.attempts === 0) return undefined;
  const { attempts, nextAttemptAt, state } = cleanup;
  const failed = ledger.filter(row => row.outcome === 'failed');
  const last = Math.max(...failed.map(row => row.at));
  const words = [
    `Tried ${attempts === 1 ? 'once' : `${attempts} times`}`,
    Number.isFinite(last) ? `last ${formatMoment(last, now)}` : '',
  ];
  if (state === 'incomplete') {
    words.push('not tried any more by itself');
  } else if (nextAttemptAt) {
    const seconds = Math.max(0, (Date.parse(nextAttemptAt) - now) / 1000);
    words.push(`next in ${formatDuration(Math.ceil(seconds))}`);
  }
  return `${words.filter(Boolean).join(', ')}.`;
}

/** Tells the clean-up of a task that failed or was cancelled, in words that could be read aloud. */
export function describeCleanup(view: TaskView, now: number): CleanupWords {
  const { ledger, cleanup, endedAt = now } = view;
  const own = ledger.filter(row => row.fate === 'own');
  const made = own.filter(row =>
    ['making', 'made', 'removed', 'failed'].includes(row.outcome),
  );
  const removed = made.filter(row => row.outcome === 'removed').length;
  const failed = made.filter(row => row.outcome === 'failed');
  const staying = leftBehind(ledger).filter(row => row.fate === 'stays');
  const count = made.length;

  if (!cleanup) {
    const isSoon = count > 0 && now - endedAt < BEGIN_MS;
    if (isSoon) {
      return {
        state: 'soon',
        summary: `${things(count)} ${be(count)} about to be removed`,
        left: staying,
      };
    }
    const left = leftBehind(ledger);
    return {
      state: left.length ? 'stuck' : 'nothing',
      summary: left.length
        ? 'what it made or changed is still there'
        : 'it had made nothing',
      left,
    };
  }
  const isWorking =
    cleanup.state === 'running' ||
    (cleanup.state === 'pending' && failed.length === 0);
  if (isWorking) {
    return {
      state: 'running',
      summary:
        count === 0
          ? 'removing what it made'
          : `removing ${Math.min(removed + 1, count)} of ${count}`,
      // What failed before is being tried again: only what nobody removes is said to stay.
      left: staying,
    };
  }
  if (failed.length > 0) {
    return {
      state: 'stuck',
      summary:
        removed > 0
          ? `${things(removed, count)} ${be(removed)} removed, ${
              failed.length
            } could not be`
          : `${things(count)} could not be removed`,
      left: [...failed, ...staying],
      tries: triesOf(view, now),
    };
  }
  return {
    state: 'done',
    summary:
      count > 0
        ? `${things(count)} ${be(count)} removed`
        : 'it had made nothing that is left',
    left: staying,
  };
}
