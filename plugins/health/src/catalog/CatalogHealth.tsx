import { useEntityList } from '@backstage/plugin-catalog-react';
import { useNow, type RowColumns } from '@portico/ui';
import { useMemo, type ComponentProps } from 'react';
import { useSummaries } from '../hooks/useSummaries';
import type { FiltersWithHealth } from './HealthStateFilter';
import { compareSummaries, summaryCell, summaryNote } from './summaryCells';

const HALF_MINUTE = 30_000;

type SourceProps = ComponentProps<RowColumns['Source']>;

/** Reads the verdicts of all rows at once, orders by state, and leaves out what the filter does not want. */
export function CatalogHealth({ keys, children }: SourceProps) {
  const { filters } = useEntityList<FiltersWithHealth>();
  const live = useSummaries(keys);
  const now = useNow(HALF_MINUTE);
  const { value } = live;
  const wanted = filters.health?.states;
  const compare = useMemo(() => compareSummaries(value), [value]);
  const includes = useMemo(
    () =>
      value && wanted
        ? (ref: string) => {
            const state = value.get(ref)?.state;
            return state !== undefined && wanted.includes(state);
          }
        : undefined,
    [value, wanted],
  );
  return (
    <>
      {children({
        cell: (column, ref) => summaryCell(live, column, ref, now),
        compare,
        includes,
        note: summaryNote(live),
      })}
    </>
  );
}
