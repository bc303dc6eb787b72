import {
  type ColorTheme,
  colorScale,
  withAlpha,
} from '@portico/plugin-grafana-common';
import type { CSSProperties } from 'react';
import { readable } from '../../colors';
import { placeOf, thresholdBands } from '../gauge/thresholdBands';
import type { ShownValue } from '../values';
import styles from './BarGauge.module.css';
import type { BarGaugeOptions } from './barGaugeOptions';

const CELL = 10;

/** Colours up to the value, each where its values are along the whole bar. */
function gradientOf(
  shown: ShownValue,
  theme: ColorTheme,
  length: number,
  direction: string,
): string {
  const bands = thresholdBands(shown.field, shown.range, theme);
  if (bands.length < 2) {
    const { color } = shown.value;
    return `linear-gradient(${direction}, ${withAlpha(color, 0.45)}, ${color})`;
  }
  const stops = bands.map(
    ({ color, from }) => `${color} ${Math.round(from * length)}px`,
  );
  return `linear-gradient(${direction}, ${stops.join(', ')})`;
}

function Cells(props: {
  shown: ShownValue;
  theme: ColorTheme;
  length: number;
  showUnfilled: boolean;
}) {
  const { shown, theme, length, showUnfilled } = props;
  const count = Math.max(1, Math.floor(length / CELL));
  const { min, max } = shown.range;
  const scale = colorScale(shown.field, theme);
  const lit = placeOf(shown.value.numeric, shown.range) * count;
  return (
    <>
      {Array.from({ length: count }, (_, index) => {
        const at = min + ((max - min) * (index + 0.5)) / count;
        const on = index < Math.ceil(lit) && lit > 0;
        const style = on ? { background: scale(at).color } : undefined;
        const shownCell = on || showUnfilled;
        return <i key={index} style={shownCell ? style : { opacity: 0 }} />;
      })}
    </>
  );
}

/** The bar of one value. The words beside it say the same. */
export function Bar(props: {
  shown: ShownValue;
  options: Pick<BarGaugeOptions, 'displayMode' | 'showUnfilled'>;
  theme: ColorTheme;
  lying: boolean;
  length: number;
  thickness: number;
}) {
  const { shown, options, theme, lying, length, thickness } = props;
  const { value, range } = shown;
  const size: CSSProperties = lying
    ? { width: length, height: thickness }
    : { width: thickness, height: length };
  const look = `${styles.bar} ${lying ? styles.lying : styles.standing}`;
  if (options.displayMode === 'lcd') {
    return (
      <div className={`${look} ${styles.lcd}`} style={size} aria-hidden="true">
        <Cells
          shown={shown}
          theme={theme}
          length={length}
          showUnfilled={options.showUnfilled}
        />
      </div>
    );
  }
  const place = Number.isNaN(value.numeric) ? 0 : placeOf(value.numeric, range);
  const filled = Math.max(place > 0 ? 2 : 1, Math.round(place * length));
  const color = readable(value.color, theme.background);
  const basic = options.displayMode === 'basic';
  const direction = lying ? 'to right' : 'to top';
  const fill: CSSProperties = {
    [lying ? 'width' : 'height']: filled,
    background: basic
      ? withAlpha(color, 0.35)
      : gradientOf(shown, theme, length, direction),
    [lying ? 'borderRightColor' : 'borderTopColor']: color,
  };
  return (
    <div
      className={`${look} ${options.showUnfilled ? styles.track : ''}`}
      style={size}
      aria-hidden="true"
    >
      <i className={styles.fill} style={fill} />
    </div>
  );
}
