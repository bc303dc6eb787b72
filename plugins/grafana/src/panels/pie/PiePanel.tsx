import { useMemo } from 'react';
import { Legend } from '../../charts/Legend';
import {
  type LegendEntry,
  legendLayout,
  legendOptions,
} from '../../charts/legendOptions';
import type { PanelProps } from '../PanelKind';
import { useShownValues } from '../values';
import { Pie } from './Pie';
import styles from './Pie.module.css';
import { type PieOptions, pieOptions } from './pieOptions';
import { type Slice, slicesOf } from './slices';
import { useHidden } from './useHidden';

function entryOf(slice: Slice, { legendValues }: PieOptions): LegendEntry {
  const columns = [
    { id: 'value', title: 'Value', text: slice.text, sort: slice.amount },
    { id: 'percent', title: 'Percent', text: slice.percent, sort: slice.share },
  ];
  return {
    id: slice.id,
    name: slice.name,
    color: slice.color,
    block: true,
    shown: slice.shown,
    values: columns.filter(({ id }) => legendValues.includes(id)),
  };
}

/** Parts of a whole, as a pie or a ring, with a legend that hides and shows them. */
export default function PiePanel(props: PanelProps) {
  const { panel, width, height, label } = props;
  const options = useMemo(() => pieOptions(panel.options), [panel.options]);
  const { values } = useShownValues(props);
  const { off, toggle, isolate } = useHidden(values.map(({ key }) => key));
  const slices = slicesOf(values, options, off);
  const entries = slices
    .filter(({ inLegend }) => inLegend)
    .map(slice => entryOf(slice, options));
  const wanted = legendOptions(panel.options);
  const { beside, plot, legend } = legendLayout(entries, wanted, width, height);
  // A circle needs no more width than height; the rest is the legend's.
  const spare = beside ? Math.max(0, plot.width - plot.height) : 0;
  return (
    <div
      className={`${styles.panel} ${beside ? styles.beside : ''}`}
      style={{ width, height }}
    >
      <Pie
        slices={slices}
        labels={options.labels}
        donut={options.donut}
        width={plot.width - spare}
        height={plot.height}
        label={label}
      />
      {legend && (
        <Legend
          entries={entries}
          options={wanted}
          width={legend.width + spare}
          height={legend.height}
          onToggle={toggle}
          onIsolate={isolate}
        />
      )}
    </div>
  );
}
