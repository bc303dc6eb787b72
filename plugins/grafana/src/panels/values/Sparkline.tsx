import { extent } from '../../charts/fieldNumbers';
import { linePath } from './linePath';
import type { ValueLine } from './shownValues';

const AIR = 3;

/** A line without axes, behind or under a value. The words beside it say what it shows. */
export function Sparkline(props: {
  line: ValueLine;
  /** What its scale holds besides its own values. */
  min?: number;
  max?: number;
  width: number;
  height: number;
  color: string;
  /** Opacity of the area below, 0 to 1. */
  fill?: number;
}) {
  const { line, min, max, width, height, color, fill = 0.16 } = props;
  const known = extent(line.ys);
  if (!known || width < 8 || height < 8) {
    return null;
  }
  const range = {
    min: Math.min(min ?? Infinity, known[0]),
    max: Math.max(max ?? -Infinity, known[1]),
  };
  const box = { width: width - AIR, height: height - AIR };
  const { line: path, area, end } = linePath(line, box, range);
  return (
    <svg width={width} height={height} aria-hidden="true">
      <g transform={`translate(0 ${AIR / 2})`}>
        {fill > 0 && <path d={area} fill={color} fillOpacity={fill} />}
        <path
          d={path}
          fill="none"
          stroke={color}
          strokeWidth={1.5}
          strokeLinejoin="round"
        />
        {end && <circle cx={end.x} cy={end.y} r={2} fill={color} />}
      </g>
    </svg>
  );
}
