import type { ReconciliationRow } from '@portico/plugin-cost-common';
import { State, Table, Td, Th, useMore, VisuallyHidden } from '@portico/ui';
import { monthTitle } from '../../parts/dates';
import { formatAmount } from '../../parts/money';
import { MoreButton } from '../frame/MoreButton';
import { addsUp } from '../organisation/ReconciliationLine';

const FIRST = 24;
const STEP = 48;

/** What other sources say of the same: `Cost Explorer: the same`, `Cost Explorer: 0.31 more`. */
function Comparisons({ row }: { row: ReconciliationRow }) {
  if (!row.comparisons?.length) return <>none</>;
  return (
    <>
      {row.comparisons.map(({ source, difference }) => {
        const amount = formatAmount(difference, { signed: true });
        const same = /^[0.,]*$/.test(amount);
        return (
          <State key={source} state={same ? 'healthy' : 'degraded'}>
            {same ? `${source}: the same` : `${source}: ${amount}`}
          </State>
        );
      })}
    </>
  );
}

/** By month and provider, newest first: attributed, shared and unattributed are the bill. */
export function ReconciliationTable(props: {
  rows: ReconciliationRow[];
  currency: string;
}) {
  const { rows, currency } = props;
  const more = useMore(rows, FIRST, STEP);
  return (
    <>
      <Table label="Reconciliation by month and provider">
        <thead>
          <tr>
            <Th>Month</Th>
            <Th>Provider</Th>
            <Th end>Attributed</Th>
            <Th end>+ Shared</Th>
            <Th end>+ Unattributed</Th>
            <Th end>= The bill, {currency}</Th>
            <Th>To the cent</Th>
            <Th>Compared with</Th>
          </tr>
        </thead>
        <tbody>
          {more.shown.map((row, index) => {
            const exact = row.exact && addsUp(row);
            const title = monthTitle(row.month);
            return (
              <tr key={`${row.month} ${row.provider}`}>
                <Td nowrap>
                  {row.month === more.shown[index - 1]?.month ? (
                    <VisuallyHidden>{title}</VisuallyHidden>
                  ) : (
                    title
                  )}
                </Td>
                <Th scope="row">{row.provider}</Th>
                <Td end>{formatAmount(row.attributed)}</Td>
                <Td end>{formatAmount(row.shared)}</Td>
                <Td end>{formatAmount(row.unattributed)}</Td>
                <Td end>
                  <b>{formatAmount(row.bill)}</b>
                </Td>
                <Td nowrap>
                  <State state={exact ? 'healthy' : 'failing'}>
                    {exact ? 'Adds up' : 'Does not add up'}
                  </State>
                </Td>
                <Td nowrap quiet={!row.comparisons?.length}>
                  <Comparisons row={row} />
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      <MoreButton more={more} total={rows.length} />
    </>
  );
}
