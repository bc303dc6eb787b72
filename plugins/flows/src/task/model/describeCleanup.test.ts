import type { CleanupState, TaskLedger } from '@portico/plugin-flows-common';
import { giftCardsFailed, giftCardsTask } from '../fixtures/giftCards';
import {
  ledgerRemoved,
  ledgerRunning,
  ledgerStuck,
} from '../fixtures/giftCardsLedger';
import { describeCleanup, readTask } from '.';

const NOW = Date.parse('2026-10-20T14:03:00Z');

function describeAt(ledger: TaskLedger, now = NOW) {
  const view = readTask(giftCardsTask, giftCardsFailed(), ledger);
  const { tries, ...words } = describeCleanup(view, now);
  return { ...words, tries: tries?.replaceAll('\u00a0', ' ') };
}

function cleanup(state: CleanupState['state']): CleanupState {
  const { cleanup: done } = ledgerRemoved();
  return { ...done!, state };
}

describe('describeCleanup', () => {
  it.each([
    ['all is gone', ledgerRemoved(), 'both things it made are removed', 'done'],
    ['nothing was made', { rows: [] }, 'it had made nothing', 'nothing'],
    [
      'the second of two is at turn',
      {
        rows: ledgerRunning().rows.map(row =>
          row.kind === 'Workspace'
            ? { ...row, outcome: 'removed' as const }
            : row,
        ),
        cleanup: cleanup('running'),
      },
      'removing 2 of 2',
      'running',
    ],
    [
      'no clean-up ever began',
      ledgerRunning(),
      'what it made or changed is still there',
      'stuck',
    ],
  ])('says so when %s', (_, ledger, summary, state) => {
    expect(describeAt(ledger)).toMatchObject({ summary, state });
  });

  it('says that what it made is about to go, right after the end', () => {
    expect(
      describeAt(ledgerRunning(), Date.parse('2026-10-20T14:02:43Z')),
    ).toMatchObject({
      state: 'soon',
      summary: 'both things it made are about to be removed',
    });
  });

  it('tells how often it was tried and when it is tried next', () => {
    const words = describeAt(ledgerStuck('2026-10-20T14:03:22Z'));
    expect(words).toMatchObject({
      state: 'stuck',
      summary: '1 of 2 things it made is removed, 1 could not be',
      tries: 'Tried 3 times, last 14:02:00, next in 22 s.',
    });
    expect(words.left.map(({ name }) => name)).toEqual(['gift-cards-dev']);
  });

  it('says when it is no longer tried by itself', () => {
    const ledger = ledgerStuck('2026-10-20T14:03:22Z');
    const words = describeAt({
      ...ledger,
      cleanup: { ...ledger.cleanup!, state: 'incomplete' },
    });
    expect(words.tries).toContain('not tried any more by itself');
  });

  it('names what stays though all else is gone', () => {
    const ledger = ledgerRemoved();
    const [first] = ledger.rows;
    const words = describeAt({
      ...ledger,
      rows: [
        ...ledger.rows,
        { ...first, id: 99, outcome: 'made', kind: 'Issue', name: '#7' },
      ],
    });
    expect(words.left.map(({ kind }) => kind)).toEqual(['Issue']);
  });
});
