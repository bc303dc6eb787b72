import { useMemo } from 'react';
import { cellPaths } from '../../charts/cellPaths';
import { ChartFigure } from '../../charts/ChartFigure';
import styles from '../../charts/Charts.module.css';
import { Legend } from '../../charts/Legend';
import {
  legendLayout,
  legendOptions,
  type LegendEntry,
} from '../../charts/legendOptions';
import { HorizontalAxis, VerticalAxis } from '../../charts/PlotAxes';
import { PlotPointer } from '../../charts/PlotPointer';
import { textWidth } from '../../charts/textWidth';
import { useChartTheme } from '../../charts/useChartTheme';
import { useVisibility } from '../../charts/useVisibility';
import { valueRange, valueTicks } from '../../charts/valueScale';
import { useCrosshair } from '../../crosshair';
import type { PanelProps } from '../PanelKind';
import { tooltipOptions } from '../timeseries/tooltipRows';
import { prepareHistogram, type HistogramData } from './prepareHistogram';

const X_AXIS = 22;
const TOP = 8;
const LINE = 34;
const NONE: HistogramData = {
  buckets: { from: [], to: [], series: [] },
  series: [],
  text: String,
};

const count = (value: number) => value.toLocaleString('en-GB');

/** How often values fell between which: bars without gaps, as wide as their bucket. */
export default function HistogramChart(props: PanelProps) {
  const { panel, data, width, height, label } = props;
  const { look } = useChartTheme();
  const all = useMemo(
    () => prepareHistogram(panel, data, look) ?? NONE,
    [panel, data, look],
  );
  const { isHidden, isolate, toggle } = useVisibility(
    all.series.map(({ id }) => id),
  );
  const { buckets, series, text } = useMemo(
    () => prepareHistogram(panel, data, look, isHidden) ?? NONE,
    [panel, data, look, isHidden],
  );
  const { from, to } = buckets;
  const legend = legendOptions(panel.options);
  const entries = series.map(
    ({ id, name, color }): LegendEntry => ({
      id,
      name,
      color,
      block: true,
      shown: !isHidden(id),
      values: [],
    }),
  );
  const layout = legendLayout(entries, legend, width, height);
  const shown = series.filter(({ hidden }) => !hidden);
  const most = Math.max(
    0,
    ...shown.flatMap(({ counts, base }) =>
      counts.map((one, index) => one + base[index]),
    ),
  );
  const lines = Math.max(2, Math.min(4, Math.round(layout.plot.height / LINE)));
  const range = valueRange([0, most], { zero: true }, undefined, lines);
  const values = valueTicks(range, undefined, lines).filter(Number.isInteger);
  const left = Math.max(...values.map(one => textWidth(count(one))), 0) + 12;
  const area = {
    left,
    top: TOP,
    width: Math.max(1, layout.plot.width - left - 24),
    height: Math.max(1, layout.plot.height - TOP - X_AXIS),
  };
  const [low, high] = [from[0] ?? 0, to[to.length - 1] ?? 1];
  const xAt = (value: number) =>
    area.left + ((value - low) / (high - low || 1)) * area.width;
  const yAt = (value: number) =>
    area.top + area.height * (1 - value / (range[1] || 1));
  const widest = Math.max(0, ...[low, high].map(one => textWidth(text(one))));
  const along = Math.max(2, Math.floor(area.width / (widest + 28)));
  const crosshair = useCrosshair(true);
  const titleAt = (index: number) =>
    `${text(from[index])} to ${text(to[index])}`;
  const { mode } = tooltipOptions(panel.options);
  return (
    <div
      className={`${styles.chart} ${layout.beside ? styles.beside : ''}`}
      style={{ width, height }}
    >
      <ChartFigure
        label={label}
        xs={from}
        crosshair={crosshair}
        wordsAt={index =>
          `${titleAt(index)}: ${shown
            .map(({ name, counts }) => `${name} ${count(counts[index])}`)
            .join(', ')}`
        }
        {...layout.plot}
      >
        <svg width={layout.plot.width} height={layout.plot.height}>
          <VerticalAxis
            area={area}
            ticks={values.map(value => ({
              at: yAt(value),
              text: count(value),
            }))}
          />
          <HorizontalAxis
            area={area}
            ticks={valueTicks([low, high], undefined, along).map(value => ({
              at: xAt(value),
              text: text(value),
            }))}
          />
          {shown.map(({ id, color, counts, base, fillOpacity, lineWidth }) =>
            cellPaths(
              counts.flatMap((one, index) =>
                one > 0
                  ? [
                      {
                        x: xAt(from[index]) + 0.5,
                        width: Math.max(
                          1,
                          xAt(to[index]) - xAt(from[index]) - 1,
                        ),
                        y: yAt(base[index] + one),
                        height: yAt(base[index]) - yAt(base[index] + one),
                        color,
                      },
                    ]
                  : [],
              ),
            ).map(({ d }) => (
              <path
                key={id}
                className={styles.cells}
                d={d}
                fill={color}
                fillOpacity={shown.length > 1 ? fillOpacity * 0.7 : fillOpacity}
                stroke={color}
                strokeWidth={lineWidth}
              />
            )),
          )}
        </svg>
        <PlotPointer
          area={area}
          crosshair={crosshair}
          xs={from}
          // The nearest lower end is half a bucket away at most.
          xAt={px => {
            const value = low + (px / area.width) * (high - low);
            const index = from.findIndex((_, at) => value < to[at]);
            return from[index] ?? value;
          }}
          band
          markAt={x => {
            const index = from.indexOf(x);
            const start = xAt(x);
            return { ...area, left: start, width: xAt(to[index] ?? x) - start };
          }}
          titleAt={titleAt}
          rowsAt={index =>
            mode === 'none'
              ? []
              : shown.map(({ id, name, color, counts }) => ({
                  id,
                  name,
                  color,
                  text: count(counts[index]),
                }))
          }
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
    </div>
  );
}
