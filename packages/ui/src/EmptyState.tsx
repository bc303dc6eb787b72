import type { ReactNode } from 'react';
import { Statement, StatementProps } from './Statement';

/** Nothing to show, and what to do about it. `shape` is an icon before the words, such as a lock. */
export function EmptyState(props: StatementProps & { shape?: ReactNode }) {
  return <Statement {...props} />;
}
