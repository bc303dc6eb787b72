import { textWidth } from '../../charts/textWidth';
import { onColor } from '../../colors';
import { band, pointAt, SWEEPS } from '../gauge/arc';
import styles from './Pie.module.css';
import { labelOf, type Slice } from './slices';

const LINE = 14;

/** Whether a box lies within a slice: along the radius, and along the arc. */
function fits(props: {
  slice: Slice;
  at: number;
  middle: number;
  radius: number;
  inner: number;
  words: string[];
}): boolean {
  const { slice, at, middle, radius, inner, words } = props;
  const widest = Math.max(...words.map(word => textWidth(word, 11)));
  const high = words.length * LINE;
  const depth = 2 * Math.min(radius - middle, middle - inner);
  const chord = 2 * middle * Math.sin(Math.PI * Math.min(0.5, slice.share));
  const { x, y } = pointAt(SWEEPS.circle, at, 1);
  const [across, along] = [Math.abs(x), Math.abs(y)];
  return (
    widest * across + high * along <= depth * 1.15 &&
    widest * along + high * across <= chord
  );
}

/** Words of a slice, where they fit into it. */
function Label(props: {
  slice: Slice;
  words: string[];
  radius: number;
  inner: number;
}) {
  const { slice, words: all, radius, inner } = props;
  const middle = inner > 0 ? (radius + inner) / 2 : radius * 0.62;
  const whole = slice.share > 0.999;
  const at = (slice.from + slice.to) / 2;
  // All words, or only the last, which is the shortest.
  const words = [all, all.slice(-1)].find(
    some => whole || fits({ slice, at, middle, radius, inner, words: some }),
  );
  if (!words) {
    return null;
  }
  const high = words.length * LINE;
  const { x, y } =
    whole && inner === 0 ? { x: 0, y: 0 } : pointAt(SWEEPS.circle, at, middle);
  return (
    <text fill={onColor(slice.color)} textAnchor="middle">
      {words.map((word, line) => (
        <tspan key={word} x={x} y={y + 4 - high / 2 + LINE / 2 + line * LINE}>
          {word}
        </tspan>
      ))}
    </text>
  );
}

/** Slices of a whole; a thin line of the page's ground parts them. */
export function Pie(props: {
  slices: readonly Slice[];
  labels: readonly string[];
  donut: boolean;
  width: number;
  height: number;
  label: string;
}) {
  const { slices, labels, donut, width, height, label } = props;
  const radius = Math.max(8, Math.min(width, height) / 2 - 4);
  const inner = donut ? Math.round(radius * 0.58) : 0;
  const shown = slices.filter(({ share }) => share > 0);
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={label}
      className={styles.pie}
    >
      <g transform={`translate(${width / 2} ${height / 2})`}>
        {shown.map(({ id, name, text, percent, from, to, color }) => (
          <path
            key={id}
            d={band(SWEEPS.circle, from, to, radius, inner)}
            fill={color}
          >
            <title>{`${name}: ${text}, ${percent}`}</title>
          </path>
        ))}
        {labels.length > 0 &&
          shown.map(slice => (
            <Label
              key={slice.id}
              slice={slice}
              words={labelOf(slice, labels)}
              radius={radius}
              inner={inner}
            />
          ))}
      </g>
    </svg>
  );
}
