import type { UnattributedCost } from '@portico/plugin-cost-common';
import { Button, Icon, Table, Td, Th } from '@portico/ui';
import { useState } from 'react';
import { monthTitle } from '../../parts/dates';
import { useWidth } from '../../parts/useWidth';
import { formatPercent } from './formatPercent';
import styles from './ShareBars.module.css';

const HEIGHT = 84;
const LEFT = 38;
const TOP = 6;
const BOTTOM = 20;
/** Before the place is measured. */
const WIDTH = 240;

type Months = UnattributedCost['months'];

/** `Nov 25`. */
const short = (month: string) =>
  monthTitle(month).replace(/^(\w{3})\w* \d\d/, '$1 ');

/** From which share to which, over the months that are known. */
function wordsOf(months: Months, goal: number): string {
  const known = months.flatMap(({ share }) => (share === null ? [] : [share]));
  if (known.length === 0) return 'Nothing is known of 13 months';
  return `Unattributed share of the bill in ${
    known.length
  } months, from ${formatPercent(known[0])} to ${formatPercent(
    known.at(-1)!,
  )}; the goal is under ${formatPercent(goal, 0)}`;
}

/** A line a tenth apart, from nothing to above the highest. */
function ticksOf(months: Months, goal: number): number[] {
  const high = Math.max(goal, ...months.map(({ share }) => share ?? 0));
  const step = high > 0.4 ? 0.25 : 0.1;
  const count = Math.max(1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

function Bars(props: { months: Months; goal: number; width: number }) {
  const { months, goal, width } = props;
  const ticks = ticksOf(months, goal);
  const y = (share: number) =>
    HEIGHT - BOTTOM - (share / ticks.at(-1)!) * (HEIGHT - TOP - BOTTOM);
  const step = (width - LEFT) / months.length;
  return (
    <svg
      width={width}
      height={HEIGHT}
      className={styles.bars}
      role="img"
      aria-label={wordsOf(months, goal)}
    >
      {ticks.map(tick => (
        <g key={tick}>
          <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {formatPercent(tick, 0)}
          </text>
        </g>
      ))}
      {months.map(
        ({ month, share }, index) =>
          share !== null && (
            <rect
              key={month}
              x={LEFT + index * step + 1.5}
              y={y(share)}
              width={Math.max(1, step - 3)}
              height={Math.max(0, y(0) - y(share))}
            />
          ),
      )}
      <line
        x1={LEFT}
        x2={width}
        y1={y(goal)}
        y2={y(goal)}
        className={styles.goal}
      />
      <text x={LEFT} y={HEIGHT - 4}>
        {short(months[0].month)}
      </text>
      <text x={width} y={HEIGHT - 4} textAnchor="end">
        {short(months.at(-1)!.month)}
      </text>
    </svg>
  );
}

/** The share of the bill that is nobody's, month by month, with the goal; the numbers behind *Table*. */
export function ShareBars(props: { months: Months; goal: number }) {
  const { months, goal } = props;
  const { ref, width } = useWidth(WIDTH);
  const [asTable, setAsTable] = useState(false);
  if (months.length === 0) return null;
  return (
    <div ref={ref}>
      {asTable ? (
        <Table label="Unattributed share of the bill by month">
          <tbody>
            {months.map(({ month, share }) => (
              <tr key={month}>
                <Th scope="row">{monthTitle(month)}</Th>
                <Td end quiet={share === null}>
                  {share === null ? 'unknown' : formatPercent(share)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <Bars months={months} goal={goal} width={width} />
      )}
      <p className={styles.words}>
        {`${months.length} months; goal under ${formatPercent(goal, 0)}`}
        <Button
          look="text"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          <Icon name="table" size={12} />
          Table
        </Button>
      </p>
    </div>
  );
}
