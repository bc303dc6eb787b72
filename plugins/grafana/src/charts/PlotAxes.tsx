import { fittedText } from './textWidth';

/** Where values are drawn, in CSS pixels of the drawing. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A label at its place in CSS pixels. */
export interface AxisTick {
  at: number;
  text: string;
}

const X_GAP = 16;

/** Labels left or right of the area, with a line of the grid at each. */
export function VerticalAxis(props: {
  area: Area;
  ticks: AxisTick[];
  side?: 'left' | 'right';
  grid?: boolean;
  color?: string;
}) {
  const { area, ticks, side = 'left', grid = true, color } = props;
  const right = area.left + area.width;
  const x = side === 'left' ? area.left - 8 : right + 8;
  return (
    <g>
      {ticks.map(({ at, text }) => (
        <g key={`${at} ${text}`}>
          {grid && (
            <line
              x1={area.left}
              x2={right}
              y1={Math.round(at) + 0.5}
              y2={Math.round(at) + 0.5}
              stroke="var(--portico-rule)"
            />
          )}
          <text
            x={x}
            y={at + 4}
            textAnchor={side === 'left' ? 'end' : 'start'}
            style={color ? { fill: color } : undefined}
          >
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Names of rows at the left, cut to the room that they have. */
export function RowNames(props: { area: Area; ticks: AxisTick[] }) {
  const { area, ticks } = props;
  return (
    <g>
      {ticks.map(({ at, text }) => (
        <text key={`${at}`} x={area.left - 8} y={at + 4} textAnchor="end">
          <title>{text}</title>
          {fittedText(text, area.left - 8)}
        </text>
      ))}
    </g>
  );
}

/** Labels below the area, without lines unless it asks for them. */
export function HorizontalAxis(props: {
  area: Area;
  ticks: AxisTick[];
  grid?: boolean;
}) {
  const { area, ticks, grid = false } = props;
  const bottom = area.top + area.height;
  return (
    <g>
      {ticks.map(({ at, text }) => (
        <g key={`${at} ${text}`}>
          {grid && (
            <line
              x1={Math.round(at) + 0.5}
              x2={Math.round(at) + 0.5}
              y1={area.top}
              y2={bottom}
              stroke="var(--portico-rule)"
            />
          )}
          <text x={at} y={bottom + X_GAP} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
