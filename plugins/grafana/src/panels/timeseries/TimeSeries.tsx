import { useCallback, useMemo, useRef } from 'react';
import type UPlot from 'uplot';
import { ChartFigure } from '../../charts/ChartFigure';
import { CrosshairTooltip } from '../../charts/CrosshairTooltip';
import styles from '../../charts/Charts.module.css';
import { Legend } from '../../charts/Legend';
import { calcValues } from '../../charts/legendEntries';
import {
  legendLayout,
  legendOptions,
  type LegendEntry,
} from '../../charts/legendOptions';
import { Options } from '../../charts/Options';
import { useChartTheme } from '../../charts/useChartTheme';
import { useVisibility } from '../../charts/useVisibility';
import { UPlotCanvas } from '../../charts/UPlotCanvas';
import { momentIn } from '../../charts/words';
import { useCrosshair } from '../../crosshair';
import { useRange } from '../../range/RangeContext';
import type { PanelProps } from '../PanelKind';
import { plotOptions, structureOf } from './plotOptions';
import { prepareChart, type ChartData } from './prepare';
import { textAt, tooltipOptions, tooltipRows } from './tooltipRows';
import { usePlotCrosshair } from './usePlotCrosshair';

/** Lines, areas, bars and points over time, or over another ascending number, as Grafana draws them. */
export default function TimeSeries(props: PanelProps) {
  const { panel, data, width, height, label } = props;
  const theme = useChartTheme();
  const { look } = theme;
  const xField = new Options(panel.options).text('xField');
  const all = useMemo(
    () => prepareChart(data, look, { xField }),
    [data, look, xField],
  );
  const ids = all.series
    .filter(({ style }) => !style.hidden.viz)
    .map(({ id }) => id);
  const { isHidden, isolate, toggle } = useVisibility(ids);
  const chart = useMemo(
    () =>
      ids.some(isHidden) ? prepareChart(data, look, { xField, isHidden }) : all,
    // The ids are those of `all`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [all, data, look, xField, isHidden],
  );

  const latest = useRef<ChartData>(chart);
  latest.current = chart;
  const range = useRef<[number, number]>();
  range.current = chart.isTime ? [data.from, data.to] : undefined;
  const crosshair = useCrosshair(!chart.isTime);
  const { zoom, adjustable } = useRange();
  const zoomable = chart.isTime && adjustable;
  const link = usePlotCrosshair(crosshair, latest, (from, to) => {
    if (zoomable) zoom(from, to);
  });
  const structure = structureOf(chart);
  const options = useMemo(() => {
    void structure;
    return plotOptions(
      {
        chart: () => latest.current,
        theme,
        range: () => range.current,
        zoomable,
      },
      link.hooks,
    );
  }, [structure, theme, zoomable, link.hooks]);
  const columns = useMemo<UPlot.AlignedData>(
    () => [chart.xs, ...chart.series.map(({ drawn }) => drawn)],
    [chart],
  );

  const legend = useMemo(() => legendOptions(panel.options), [panel.options]);
  const entries = chart.series
    .filter(({ style }) => !style.hidden.legend)
    .map(
      ({ id, name, color, style, field }): LegendEntry => ({
        id,
        name,
        color,
        dashed: style.dash !== undefined,
        block: style.draw === 'bars',
        shown: !isHidden(id) && !style.hidden.viz,
        values: calcValues(look, field, legend.calcs),
      }),
    );
  const layout = legendLayout(entries, legend, width, height);

  const span = data.to - data.from;
  const momentAt = useCallback(
    (index: number) =>
      chart.isTime || !chart.xField
        ? momentIn(chart.xs[index], span)
        : look.text(chart.xField, chart.xs[index]),
    [chart, look, span],
  );
  const wordsAt = (index: number) => {
    const values = chart.series
      .filter(({ hidden, style }) => !hidden && !style.hidden.tooltip)
      .filter(({ measured }) => measured[index] !== undefined)
      .map(one => `${one.name} ${textAt(look, one, index)}`);
    return `${momentAt(index)}: ${values.join(', ')}`;
  };
  const tooltip = tooltipOptions(panel.options);
  const placeOf = (x: number) => {
    const { current } = link.plot;
    if (!current) return undefined;
    const { left, top } = current.over.getBoundingClientRect();
    return { x: left + current.valToPos(x, 'x'), y: top };
  };
  return (
    <div
      className={`${styles.chart} ${layout.beside ? styles.beside : ''}`}
      style={{ width, height }}
    >
      <ChartFigure
        label={label}
        xs={chart.xs}
        crosshair={crosshair}
        wordsAt={wordsAt}
        {...layout.plot}
      >
        <UPlotCanvas
          options={options}
          data={columns}
          onPlot={link.onPlot}
          {...layout.plot}
        />
      </ChartFigure>
      {layout.legend && (
        <Legend
          entries={entries}
          options={legend}
          onIsolate={isolate}
          onToggle={toggle}
          {...layout.legend}
        />
      )}
      <CrosshairTooltip
        crosshair={crosshair}
        xs={chart.xs}
        pointer={link.pointer}
        placeOf={placeOf}
        titleAt={momentAt}
        rowsAt={(index, near) => tooltipRows(chart, look, index, tooltip, near)}
      />
    </div>
  );
}
