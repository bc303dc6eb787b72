import type { CostBasis } from '@portico/plugin-cost-common';
import { ErrorState, FreshnessLine, useNow } from '@portico/ui';
import { basisDetail, basisWords } from './basisWords';

const MINUTE = 60_000;

/** What all numbers of a section are: kind, currency, last day known, when it was collected. `short` leaves the collection out, for cards. */
export function BasisLine(props: { basis: CostBasis; short?: boolean }) {
  const { basis, short } = props;
  const words = basisWords(basis, useNow(MINUTE));
  return (
    <FreshnessLine
      kind={basis.problems.length > 0 ? 'stale' : undefined}
      title={[short && words.at(-1), basisDetail(basis)]
        .filter(Boolean)
        .join('. ')}
    >
      {words.slice(0, short ? 2 : 3).join(' · ')}
    </FreshnessLine>
  );
}

/** Why numbers are not whole, a line for each reason; nothing where they are. */
export function BasisProblems({ basis }: { basis: CostBasis }) {
  return (
    <>
      {basis.problems.map(({ kind, source, message }) => (
        <ErrorState
          key={`${kind} ${source} ${message}`}
          inline
          state="stale"
          what={`${source}:`}
          why={message}
        />
      ))}
    </>
  );
}
