import { useApprovalList } from '../hooks/useApprovalList';
import { useLinks } from '../parts/links';

/** The approval that waits for the viewer after this one, going round; undefined if none does. */
export function useNextApproval(id: string) {
  const { value } = useApprovalList({ view: 'mine' });
  const links = useLinks();
  const items = value?.items ?? [];
  const here = items.findIndex(item => item.id === id);
  const next = [...items.slice(here + 1), ...items.slice(0, Math.max(here, 0))]
    .filter(item => item.id !== id)
    .at(0);
  return next && { to: links.approval(next.id), title: next.title };
}
