import { useMemo } from 'react';
import type { PanelProps } from '../PanelKind';
import { arrange, useShownValues, ValueGrid } from '../values';
import { StatCell } from './StatCell';
import { statLayout } from './statLayout';
import { statOptions } from './statOptions';

/** One big value for each series, coloured by its thresholds, with its line below. */
export default function StatPanel(props: PanelProps) {
  const { panel, width, height } = props;
  const options = useMemo(() => statOptions(panel.options), [panel.options]);
  const { theme, values } = useShownValues(props);
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
    <ValueGrid
      {...props}
      columns={cells.columns}
      cellWidth={cells.width}
      values={values}
    >
      {shown => (
        <StatCell
          key={shown.key}
          shown={shown}
          options={options}
          layout={layout}
          width={cells.width}
          height={cells.height}
          theme={theme}
        />
      )}
    </ValueGrid>
  );
}
