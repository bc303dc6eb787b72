import { useMemo } from 'react';
import { useColorTheme } from '../../colors';
import type { PanelProps } from '../PanelKind';
import {
  arrange,
  NoValues,
  shownValues,
  ValueLink,
  valueStyles,
} from '../values';
import { Dial } from './Dial';
import styles from './Gauge.module.css';
import { gaugeOptions } from './gaugeOptions';

const NAME_LINE = 20;

/** Values on dials with their limits. */
export default function GaugePanel(props: PanelProps) {
  const { panel, data, width, height, label } = props;
  const theme = useColorTheme();
  const options = useMemo(() => gaugeOptions(panel.options), [panel.options]);
  const values = useMemo(
    () => shownValues(panel, data, theme),
    [panel, data, theme],
  );
  const cells = arrange(
    Math.max(1, values.length),
    { width, height },
    {
      orientation: options.orientation,
      aspect: 1.25,
      least: options.least,
    },
  );
  const named = values.length > 1 && cells.height >= 60;
  const nameSize = options.titleSize ?? 12;
  return (
    <div
      role="group"
      aria-label={label}
      className={valueStyles.grid}
      style={{
        width,
        height,
        gridTemplateColumns: `repeat(${cells.columns}, ${cells.width}px)`,
      }}
    >
      {values.length === 0 && <NoValues />}
      {values.map(shown => (
        <div
          key={shown.key}
          className={`${valueStyles.cell} ${styles.cell}`}
          style={{ height: cells.height }}
        >
          <ValueLink field={shown.field} value={shown.raw}>
            <Dial
              shown={shown}
              options={options}
              theme={theme}
              width={cells.width}
              height={cells.height - (named ? NAME_LINE : 0)}
            />
          </ValueLink>
          {named && (
            <span
              className={valueStyles.name}
              style={{ fontSize: nameSize, lineHeight: `${NAME_LINE}px` }}
              title={shown.name}
            >
              {shown.name}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
