import type { ColorTheme } from '@portico/plugin-grafana-common';
import { useMemo } from 'react';
import { readable } from '../../colors';
import type { PanelProps } from '../PanelKind';
import {
  type ShownValue,
  useShownValues,
  ValueGrid,
  ValueLink,
  valueStyles,
  ValueText,
} from '../values';
import { Bar } from './Bar';
import styles from './BarGauge.module.css';
import { type BarGaugeOptions, barGaugeOptions } from './barGaugeOptions';
import { type BarLayout, barLayout } from './barLayout';

function BarCell(props: {
  shown: ShownValue;
  options: BarGaugeOptions;
  layout: BarLayout;
  theme: ColorTheme;
}) {
  const { shown, options, layout, theme } = props;
  const { lying, cell, names, nameRoom, nameSize, valueRoom } = layout;
  const name = names !== 'none' && (
    <span
      className={`${valueStyles.name} ${names === 'over' ? styles.head : ''}`}
      style={{ maxWidth: nameRoom, fontSize: nameSize, lineHeight: '18px' }}
      title={shown.name}
    >
      {shown.name}
    </span>
  );
  const color =
    options.valueMode === 'color'
      ? readable(shown.value.color, theme.background)
      : undefined;
  const figure = valueRoom > 0 && (
    <span className={styles.figure}>
      <ValueLink field={shown.field} value={shown.raw}>
        <ValueText value={shown.value} size={layout.valueSize} color={color} />
      </ValueLink>
    </span>
  );
  const bar = (
    <Bar
      shown={shown}
      options={options}
      theme={theme}
      lying={lying}
      length={layout.length}
      thickness={layout.thickness}
    />
  );
  if (!lying) {
    return (
      <div className={`${styles.cell} ${styles.upright}`} style={cell}>
        {figure}
        {bar}
        {name}
      </div>
    );
  }
  const before = names === 'before';
  const columns = before ? `${nameRoom}px auto 1fr` : 'auto 1fr';
  return (
    <div
      className={`${styles.cell} ${before ? styles.before : ''}`}
      style={{ ...cell, gridTemplateColumns: columns }}
    >
      {name}
      {bar}
      {figure}
    </div>
  );
}

/** Values as bars, filled along the colours of their limits. */
export default function BarGaugePanel(props: PanelProps) {
  const { panel, width, height } = props;
  const options = useMemo(
    () => barGaugeOptions(panel.options),
    [panel.options],
  );
  const { theme, values } = useShownValues(props);
  const layout = barLayout(values, options, { width, height });
  return (
    <ValueGrid
      {...props}
      columns={layout.columns}
      cellWidth={layout.cell.width}
      spread={layout.lying}
      values={values}
    >
      {shown => (
        <BarCell
          key={shown.key}
          shown={shown}
          options={options}
          layout={layout}
          theme={theme}
        />
      )}
    </ValueGrid>
  );
}
