import type { CostQuery, ShownMetric } from '@portico/plugin-cost-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What the address says of the page: which month, in which metric; every section keeps it. */
export interface PageQuery extends CostQuery {
  /** `YYYY-MM`; the current month where the address names none. */
  month?: string;
  metric: ShownMetric;
}

/** Reads and changes what the address says; what is undefined is taken out of it. */
export function usePageQuery() {
  const [parameters, setParameters] = useSearchParams();
  const written = parameters.get('month') ?? '';
  const month = MONTH.test(written) ? written : undefined;
  const metric: ShownMetric =
    parameters.get('metric') === 'billed' ? 'billed' : 'effective';
  const query: PageQuery = useMemo(() => ({ month, metric }), [month, metric]);
  return {
    query,
    /** Another parameter of the address, for one section alone. */
    parameter: (name: string) => parameters.get(name) ?? undefined,
    change: (changes: Record<string, string | undefined>) =>
      setParameters(
        before => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
  };
}
