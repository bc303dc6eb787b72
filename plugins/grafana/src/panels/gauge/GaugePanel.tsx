import { useMemo } from 'react';
import type { PanelProps } from '../PanelKind';
import {
  arrange,
  useShownValues,
  ValueGrid,
  ValueLink,
  valueStyles,
} from '../values';
import { Dial } from './Dial';
import styles from './Gauge.module.css';
import { gaugeOptions } from './gaugeOptions';

const NAME_LINE = 20;

/** Values on dials with their limits. */
export default function GaugePanel(props: PanelProps) {
  const { panel, width, height } = props;
  const options = useMemo(() => gaugeOptions(panel.options), [panel.options]);
  const { theme, values } = useShownValues(props);
  const { orientation, least, titleSize = 12 } = options;
  const count = Math.max(1, values.length);
  const box = { width, height };
  const cells = arrange(count, box, { orientation, least, aspect: 1.25 });
  const named = values.length > 1 && cells.height >= 60;
  const name = { fontSize: titleSize, lineHeight: `${NAME_LINE}px` };
  return (
    <ValueGrid
      {...props}
      columns={cells.columns}
      cellWidth={cells.width}
      values={values}
    >
      {shown => (
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
            <span className={valueStyles.name} style={name} title={shown.name}>
              {shown.name}
            </span>
          )}
        </div>
      )}
    </ValueGrid>
  );
}
