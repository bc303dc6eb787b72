import {
  type ColorTheme,
  createDisplay,
  formatted,
} from '@portico/plugin-grafana-common';
import { readable } from '../../colors';
import { fitValues, type ShownValue, ValueText } from '../values';
import { band, pointAt, SWEEPS } from './arc';
import styles from './Gauge.module.css';
import type { GaugeOptions } from './gaugeOptions';
import { type Band, placeOf, thresholdBands } from './thresholdBands';

const MARKER = 4;
const LABEL_ROOM = 22;

/** How big a dial is in its box, and how far its middle is from the top. */
export function dialSize(
  box: { width: number; height: number },
  { shape, showThresholdLabels }: GaugeOptions,
): { radius: number; middle: number } {
  // An open dial reaches only half a radius below its middle.
  const below = shape === 'gauge' ? 0.56 : 1;
  const room = showThresholdLabels ? LABEL_ROOM : 0;
  const wide = box.width / 2 - (showThresholdLabels ? LABEL_ROOM + 10 : 0);
  const high = (box.height - room) / (1 + below);
  const radius = Math.max(10, Math.floor(Math.min(wide, high)));
  const middle = (box.height - radius * below + radius + room) / 2;
  return { radius, middle };
}

function Labels(props: {
  shown: ShownValue;
  bands: Band[];
  radius: number;
  shape: GaugeOptions['shape'];
}) {
  const { shown, bands, radius, shape } = props;
  const { mappings, ...config } = shown.field.config;
  const display = createDisplay({ ...shown.field, config });
  return (
    <>
      {bands
        .filter(({ value, from }) => value !== undefined && from > 0)
        .map(({ value, from }) => {
          const { x, y } = pointAt(SWEEPS[shape], from, radius + 5);
          const side = x < 0 ? 'end' : 'start';
          return (
            <text
              key={from}
              x={x}
              y={y}
              textAnchor={Math.abs(x) < radius / 4 ? 'middle' : side}
            >
              {formatted(display(value))}
            </text>
          );
        })}
    </>
  );
}

/** One dial: a ring filled up to the value, with the limits' colours along its outside. */
export function Dial(props: {
  shown: ShownValue;
  options: GaugeOptions;
  theme: ColorTheme;
  width: number;
  height: number;
}) {
  const { shown, options, theme, width, height } = props;
  const { value, range, field } = shown;
  const { shape, showThresholdMarkers, showThresholdLabels } = options;
  const { radius, middle } = dialSize({ width, height }, options);
  const sweep = SWEEPS[shape];
  const bands = thresholdBands(field, range, theme);
  const outer = radius - (showThresholdMarkers ? MARKER + 2 : 0);
  const inner = Math.max(4, outer - Math.max(5, radius * 0.18));
  const at = Number.isNaN(value.numeric) ? 0 : placeOf(value.numeric, range);
  const neutral = Number(field.config.custom?.neutral);
  const from = Number.isNaN(neutral) ? 0 : placeOf(neutral, range);
  const color = readable(value.color, theme.background);
  const room = { width: inner * 1.62, height: inner * 0.8 };
  const size = fitValues([value], room, options.valueSize ?? 40);
  return (
    <div className={styles.dial} style={{ width, height }}>
      <svg width={width} height={height} aria-hidden="true">
        <g transform={`translate(${width / 2} ${middle})`}>
          <path d={band(sweep, 0, 1, outer, inner)} className={styles.track} />
          {at !== from && (
            <path
              d={band(
                sweep,
                Math.min(from, at),
                Math.max(from, at),
                outer,
                inner,
              )}
              fill={color}
            />
          )}
          {showThresholdMarkers &&
            bands.map(({ from: start, to, color: fill }) => (
              <path
                key={start}
                d={band(sweep, start, to, radius, radius - MARKER)}
                fill={fill}
              />
            ))}
          {showThresholdLabels && (
            <Labels shown={shown} bands={bands} radius={radius} shape={shape} />
          )}
        </g>
      </svg>
      <div className={styles.middle} style={{ top: middle }}>
        <ValueText value={value} size={size} color={color} />
      </div>
    </div>
  );
}
