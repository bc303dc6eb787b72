import type { CSSProperties } from 'react';
import type { ColorTheme } from '@portico/plugin-grafana-common';
import { mixed, onColor, readable } from '../../colors';
import {
  type ShownValue,
  Sparkline,
  ValueLink,
  valueStyles,
  ValueText,
} from '../values';
import { Change } from './Change';
import styles from './Stat.module.css';
import type { StatLayout } from './statLayout';
import type { StatOptions } from './statOptions';

interface Colors {
  ground?: string;
  name?: string;
  value?: string;
  line: string;
}

/** What is coloured by the value: its words, the ground they stand on, or nothing. */
function colorsOf(
  color: string,
  { colorMode }: StatOptions,
  { background }: ColorTheme,
): Colors {
  if (colorMode === 'background' || colorMode === 'background_solid') {
    const ink = onColor(color);
    const other = mixed(color, ink === '#ffffff' ? '#000000' : '#ffffff', 0.14);
    const gradient = `linear-gradient(120deg, ${other}, ${color})`;
    const ground = colorMode === 'background' ? gradient : color;
    return { ground, name: ink, value: ink, line: ink };
  }
  const line = readable(color, background);
  return colorMode === 'value' ? { value: line, line } : { line };
}

/** One value of a stat panel: name, value, change, and the line below. */
export function StatCell(props: {
  shown: ShownValue;
  options: StatOptions;
  layout: StatLayout;
  width: number;
  height: number;
  theme: ColorTheme;
}) {
  const { shown, options, layout, width, height, theme } = props;
  const { name, value, field, line, change } = shown;
  const colors = colorsOf(value.color, options, theme);
  const centered = options.justifyMode === 'center';
  const style: CSSProperties = {
    width,
    height,
    background: colors.ground,
    padding: `0 ${layout.padding}px`,
    paddingBottom: layout.graph,
    alignItems: centered ? 'center' : undefined,
  };
  const nameStyle = {
    fontSize: layout.name,
    lineHeight: 1.35,
    color: colors.name,
  };
  return (
    <div
      className={`${valueStyles.cell} ${styles.cell} ${
        layout.wide ? styles.wide : ''
      }`}
      style={style}
    >
      {layout.name > 0 && (
        <span className={valueStyles.name} style={nameStyle} title={name}>
          {name}
        </span>
      )}
      {layout.value > 0 && (
        <ValueLink field={field} value={shown.raw}>
          <ValueText value={value} size={layout.value} color={colors.value} />
        </ValueLink>
      )}
      {layout.change > 0 && change !== undefined && (
        <Change
          ratio={change}
          size={layout.change}
          mode={options.percentChangeColorMode}
          color={colors.name ?? colors.value}
          plain={colors.ground !== undefined}
        />
      )}
      {layout.graph > 0 && line && (
        <div className={styles.graph}>
          <Sparkline
            line={line}
            min={field.config.min}
            max={field.config.max}
            width={width}
            height={layout.graph}
            color={colors.line}
            fill={colors.ground ? 0.25 : 0.16}
          />
        </div>
      )}
    </div>
  );
}
