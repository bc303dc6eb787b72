import { Button, EmptyState, TextLink } from '@portico/ui';
import type { View } from './useInboxView';

const words: Record<View, { what: string; why: string }> = {
  mine: {
    what: 'Nothing waits for you',
    why: 'Changes that need your yes come here, with a notification and a mail.',
  },
  asked: {
    what: 'You have asked for nothing yet',
    why: 'Flows ask by themselves, where the rules want it; you then see here how far it is.',
  },
  all: {
    what: 'No approvals yet',
    why: 'What you asked for, what you may decide and what is about your team’s things is listed here.',
  },
};

/** What an empty tab says. */
export function EmptyInbox(props: {
  view: View;
  /** Whether chips narrow it down. */
  filtered: boolean;
  onClear(): void;
}) {
  const { view, filtered, onClear } = props;
  if (filtered) {
    return (
      <EmptyState
        what="None is in the chosen states"
        why="Without the filter there may be some."
        action={<Button onClick={onClear}>Show all states</Button>}
      />
    );
  }
  return (
    <EmptyState
      {...words[view]}
      action={
        view === 'asked' && <TextLink to="/create">Start something</TextLink>
      }
    />
  );
}
