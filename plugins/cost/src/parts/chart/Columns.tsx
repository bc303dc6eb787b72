import { dayWords } from '../dates';
import { useHatch } from '../Hatch';
import { formatWhole, toNumber } from '../money';
import styles from './DailyStack.module.css';
import { segmentsOf, ticksOf, type Stack } from './stack';

const TOP = 18;
const BOTTOM = 20;
const RIGHT = 4;
const TICK_PX = 7;
const WEEK = 7;
/** Room that a label of a day needs, in px. */
const LABEL_PX = 34;

/** Words at the left: whole units, or cents where all is below one. */
const tickWords = (tick: number) =>
  Number.isInteger(tick) ? formatWhole(String(tick)) : String(tick);

/** Which columns carry their day: each seventh, and the last where there is room. */
function labelled(days: number, step: number): Set<number> {
  const every = WEEK * Math.max(1, Math.ceil(LABEL_PX / (WEEK * step)));
  const at = new Set<number>();
  for (let column = 0; column < days; column += every) at.add(column);
  const last = days - 1;
  if ((last - Math.max(...at, 0)) * step >= LABEL_PX) at.add(last);
  return at;
}

/** Stacked columns, one a day. Words, legend and table beside it say the same, so readers pass it by. */
export function Columns(props: {
  stack: Stack;
  width: number;
  height: number;
  /** The column that is pointed at. */
  pointed?: number;
  onPoint(column: number | undefined): void;
}) {
  const { stack, width, height, pointed, onPoint } = props;
  const { defs, fill } = useHatch();
  const ticks = ticksOf(stack);
  const words = ticks.map(tickWords);
  const left = Math.max(...words.map(it => it.length)) * TICK_PX + 8;
  const low = ticks[0];
  const high = ticks.at(-1)!;
  const y = (value: number) =>
    TOP + ((high - value) / (high - low)) * (height - TOP - BOTTOM);
  const step = (width - left - RIGHT) / stack.days.length;
  const gap = Math.min(6, Math.max(1, step * 0.2));
  const x = (column: number) => left + column * step + gap / 2;
  const bar = Math.max(1, step - gap);
  const labels = labelled(stack.days.length, step);
  const box = (from: number, to: number) => ({
    y: Math.min(y(from), y(to)),
    // A pixel between neighbours, so that they don't rest on colour alone.
    height: Math.max(0.5, Math.abs(y(from) - y(to)) - 1),
    width: bar,
  });
  const markX =
    stack.forecastFrom === undefined
      ? undefined
      : left + stack.forecastFrom * step;
  return (
    <svg
      width={width}
      height={height}
      onPointerLeave={() => onPoint(undefined)}
      onPointerMove={event => {
        const { left: edge } = event.currentTarget.getBoundingClientRect();
        const column = Math.floor((event.clientX - edge - left) / step);
        onPoint(stack.days[column] === undefined ? undefined : column);
      }}
    >
      {defs}
      {ticks.map((tick, index) => (
        <g key={tick}>
          <line
            x1={left}
            x2={width}
            y1={y(tick)}
            y2={y(tick)}
            className={tick === 0 ? styles.zero : styles.grid}
          />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {words[index]}
          </text>
        </g>
      ))}
      {pointed !== undefined && (
        <rect
          x={left + pointed * step}
          y={TOP}
          width={step}
          height={height - TOP - BOTTOM}
          className={styles.pointed}
        />
      )}
      {stack.days.map((day, column) => (
        <g key={day}>
          {segmentsOf(stack, column).map(({ id, look, from, to }) => (
            <rect
              key={id}
              x={x(column)}
              {...box(from, to)}
              fill={look === 'hatch' ? fill : `var(--portico-${look})`}
              className={look === 'hatch' ? styles.hatched : undefined}
            />
          ))}
          {stack.forecast[column] !== null && (
            <rect
              x={x(column)}
              {...box(0, toNumber(stack.forecast[column]!))}
              className={styles.toCome}
            />
          )}
          {labels.has(column) && (
            <text
              x={x(column) + bar / 2}
              y={height - 4}
              textAnchor={column === 0 ? 'start' : 'middle'}
              dx={column === 0 ? -bar / 2 : 0}
            >
              {column === 0 ? dayWords(day) : Number(day.slice(8))}
            </text>
          )}
        </g>
      ))}
      {markX !== undefined && (
        <g className={styles.mark} transform={`translate(${markX} ${TOP})`}>
          <path d={`M0 -2V${height - TOP - BOTTOM}`} className={styles.stem} />
          <path d="M-4 -8h8L0 -2z" />
          <text
            x={markX > width - 60 ? -7 : 7}
            y={-1}
            textAnchor={markX > width - 60 ? 'end' : 'start'}
          >
            forecast
          </text>
        </g>
      )}
    </svg>
  );
}
