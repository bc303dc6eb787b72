import { useApi } from '@backstage/frontend-plugin-api';
import type {
  UnattributedCauseView,
  UnattributedItem,
} from '@portico/plugin-cost-common';
import { useAction } from '@portico/ui';
import { useCallback, useState } from 'react';
import { costApiRef, type UnattributedQuery } from '../../api/costApiRef';
import { useCost } from '../../hooks/useCost';
import type { PageQuery } from '../frame/usePageQuery';

interface Page {
  items: UnattributedItem[];
  /** How many are left. */
  more: number;
}

/** What the list is narrowed down to. */
export interface ItemFilter {
  cause?: UnattributedCauseView['cause'];
  search?: string;
}

/** The list to work through, a page at a time, largest first. */
export function useUnattributedItems(
  { month, metric }: PageQuery,
  { cause, search }: ItemFilter,
) {
  const api = useApi(costApiRef);
  const live = useCost(
    useCallback(() => {
      const query: UnattributedQuery = { month, metric, cause, search };
      return api.unattributedItems(query);
    }, [api, month, metric, cause, search]),
  );
  const { value: first } = live;
  // Further pages belong to the first one that they were asked after.
  const [further, setFurther] = useState<{ after: Page; page: Page }>();
  const rest = further && further.after === first ? further.page : undefined;
  const items = [...(first?.items ?? []), ...(rest?.items ?? [])];
  const offset = items.length;
  const { busy, failure, start } = useAction(
    useCallback(async () => {
      if (!first) return;
      const page = await api.unattributedItems({
        month,
        metric,
        cause,
        search,
        offset,
      });
      setFurther(before => ({
        after: first,
        page: {
          items: [
            ...(before?.after === first ? before.page.items : []),
            ...page.items,
          ],
          more: page.more,
        },
      }));
    }, [api, month, metric, cause, search, offset, first]),
  );
  return {
    live,
    items,
    more: (rest ?? first)?.more ?? 0,
    loadMore: start,
    loading: busy,
    failure,
  };
}
