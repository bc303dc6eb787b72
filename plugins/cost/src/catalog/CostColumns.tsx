import type { RowColumns } from '@portico/ui';
import type { ComponentProps } from 'react';
import { useCostSummaries } from '../hooks/useCostSummaries';
import { costCell, costNote } from './costCells';

/** Reads what all rows of a list cost at once. */
export function CostColumns(props: ComponentProps<RowColumns['Source']>) {
  const { keys, children } = props;
  const live = useCostSummaries(keys);
  return (
    <>
      {children({
        cell: (column, ref) => costCell(live, column, ref),
        note: costNote(live),
      })}
    </>
  );
}
