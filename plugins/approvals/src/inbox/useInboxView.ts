import {
  approvalStates,
  type ApprovalListQuery,
  type ApprovalState,
} from '@portico/plugin-approvals-common';
import { useSearchParams } from 'react-router-dom';

/** Rows of one page of the list. */
export const PAGE_SIZE = 25;

/** A tab of the inbox. */
export type View = NonNullable<ApprovalListQuery['view']>;

const views: View[] = ['mine', 'asked', 'all'];

/** Tab, filter and page as they stand in the address. */
export function useInboxView() {
  const [parameters, setParameters] = useSearchParams();
  const view = views.find(one => one === parameters.get('view')) ?? 'mine';
  const words = parameters.get('state')?.split(',') ?? [];
  const states = approvalStates.filter(state => words.includes(state));
  const from = Math.max(Number.parseInt(parameters.get('from') ?? '0', 10), 0);

  const open = (next: { states?: ApprovalState[]; from?: number }) =>
    setParameters({
      view,
      ...(next.states?.length ? { state: next.states.join(',') } : {}),
      ...(next.from ? { from: String(next.from) } : {}),
    });

  const query: ApprovalListQuery = {
    view,
    ...(view !== 'mine' && states.length ? { state: states } : {}),
    offset: from || 0,
    limit: PAGE_SIZE,
  };
  return {
    view,
    states,
    from: from || 0,
    query,
    toggle: (state: ApprovalState) =>
      open({
        states: states.includes(state)
          ? states.filter(one => one !== state)
          : [...states, state],
      }),
    clear: () => open({}),
    goTo: (offset: number) => open({ states, from: offset }),
  };
}
