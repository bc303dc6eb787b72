import { useMemo } from 'react';
import { useColorTheme } from '../../colors';
import type { PanelProps } from '../PanelKind';
import { arrange, NoValues, shownValues, valueStyles } from '../values';
import { StatCell } from './StatCell';
import { statLayout } from './statLayout';
import { statOptions } from './statOptions';

/** One big value for each series, coloured by its thresholds, with its line below. */
export default function StatPanel(props: PanelProps) {
  const { panel, data, width, height, label } = props;
  const theme = useColorTheme();
  const options = useMemo(() => statOptions(panel.options), [panel.options]);
  const values = useMemo(
    () => shownValues(panel, data, theme),
    [panel, data, theme],
  );
  const cells = arrange(
    Math.max(1, values.length),
    { width, height },
    {
      orientation: options.orientation,
      aspect: options.graphMode === 'area' ? 1.6 : 2.4,
      least: { width: 96, height: 40 },
    },
  );
  const layout = statLayout(values, options, cells);
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
        <StatCell
          key={shown.key}
          shown={shown}
          options={options}
          layout={layout}
          width={cells.width}
          height={cells.height}
          theme={theme}
        />
      ))}
    </div>
  );
}
