import { useNow, type RowColumns } from '@portico/ui';
import { useMemo, type ComponentProps } from 'react';
import {
  compareSummaries,
  summaryCell,
  summaryNote,
} from '../catalog/summaryCells';
import { useSummaries } from '../hooks/useSummaries';

const HALF_MINUTE = 30_000;

type SourceProps = ComponentProps<RowColumns['Source']>;

/** What "My services" says of their health: worst first, with why. */
export function HomeHealth({ keys, children }: SourceProps) {
  const live = useSummaries(keys);
  const now = useNow(HALF_MINUTE);
  const { value } = live;
  const compare = useMemo(() => compareSummaries(value), [value]);
  return (
    <>
      {children({
        cell: (column, ref) => summaryCell(live, column, ref, now),
        compare,
        reason: ref => {
          const item = value?.get(ref);
          return item && item.state !== 'healthy' ? item.headline : undefined;
        },
        note: summaryNote(live),
      })}
    </>
  );
}
