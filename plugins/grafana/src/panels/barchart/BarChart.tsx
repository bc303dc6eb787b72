import { useMemo } from 'react';
import { ChartFigure } from '../../charts/ChartFigure';
import styles from '../../charts/Charts.module.css';
import { Legend } from '../../charts/Legend';
import { calcValues } from '../../charts/legendEntries';
import {
  legendLayout,
  legendOptions,
  type LegendEntry,
} from '../../charts/legendOptions';
import { Options } from '../../charts/Options';
import { HorizontalAxis, RowNames, VerticalAxis } from '../../charts/PlotAxes';
import { PlotPointer } from '../../charts/PlotPointer';
import { fittedText } from '../../charts/textWidth';
import { useChartTheme } from '../../charts/useChartTheme';
import { useVisibility } from '../../charts/useVisibility';
import { useCrosshair } from '../../crosshair';
import type { PanelProps } from '../PanelKind';
import { tooltipOptions } from '../timeseries/tooltipRows';
import { axisTicks, barArea, categoryLabels } from './barAreas';
import { barLayout, labelStep } from './barLayout';
import { Bars } from './Bars';
import { prepareBars } from './prepareBars';

/** A word of a value needs so much room behind its bar. */
const VALUE = 56;
/** Names are cut down to this before any is left out. */
const NAME = 64;
/** Many categories with long names are better read lying down. */
const LINE = 14;

/** Bars for categories, side by side or on each other, upright or lying. */
export default function BarChart(props: PanelProps) {
  const { panel, data, width, height, label } = props;
  const { look } = useChartTheme();
  const options = useMemo(() => new Options(panel.options), [panel.options]);
  const all = useMemo(
    () => prepareBars(data, look, options),
    [data, look, options],
  );
  const ids = all.series
    .filter(({ style }) => !style.hidden.viz)
    .map(({ id }) => id);
  const { isHidden, isolate, toggle } = useVisibility(ids);
  const chart = useMemo(
    () => prepareBars(data, look, options, isHidden),
    [data, look, options, isHidden],
  );
  const legend = legendOptions(panel.options);
  const entries = chart.series
    .filter(({ style }) => !style.hidden.legend)
    .map(
      ({ id, name, color, field }): LegendEntry => ({
        id,
        name,
        color,
        block: true,
        shown: !isHidden(id),
        values: calcValues(look, field, legend.calcs),
      }),
    );
  const layout = legendLayout(entries, legend, width, height);
  const orientation = options.choice(
    'orientation',
    ['auto', 'horizontal', 'vertical'],
    'auto',
  );
  const horizontal =
    orientation === 'horizontal' ||
    (orientation === 'auto' && layout.plot.width < layout.plot.height);
  const stacked =
    options.choice('stacking', ['none', 'normal', 'percent'], 'none') !==
    'none';
  const showValue = options.choice(
    'showValue',
    ['auto', 'always', 'never'],
    'auto',
  );
  const labels = horizontal
    ? undefined
    : categoryLabels(
        chart.categories,
        options.number('xTickLabelRotation') ?? 0,
        options.number('xTickLabelMaxLength') || undefined,
        layout.plot.height,
      );
  const area = barArea(
    chart,
    layout.plot,
    look,
    labels,
    showValue === 'never' || stacked ? 0 : VALUE,
  );
  const bars = barLayout(chart, area, {
    horizontal,
    stacked,
    groupWidth: options.number('groupWidth') ?? 0.7,
    barWidth: options.number('barWidth') ?? 0.97,
  });
  const count = Math.max(1, chart.categories.length);
  const room = (horizontal ? area.height : area.width) / count;
  const flat = !labels || Math.abs(labels.rotation) < 10;
  const step = labelStep(
    count,
    horizontal ? area.height : area.width,
    labels && flat ? Math.min(labels.widest + 8, NAME) : LINE,
    options.number('xTickLabelSpacing'),
  );
  const names = chart.categories.flatMap((text, index) =>
    index % step === 0
      ? [
          {
            at: (horizontal ? area.top : area.left) + (index + 0.5) * room,
            text: labels?.texts[index] ?? text,
          },
        ]
      : [],
  );
  const crosshair = useCrosshair(true);
  const places = useMemo(
    () => chart.categories.map((_, index) => index),
    [chart.categories],
  );
  const shown = chart.series.filter(
    ({ hidden, style }) => !hidden && !style.hidden.tooltip,
  );
  const textOf = (one: (typeof shown)[number], index: number) =>
    look.text(one.field, one.measured[index]);
  const { mode } = tooltipOptions(panel.options);
  const bottom = area.top + area.height;
  return (
    <div
      className={`${styles.chart} ${layout.beside ? styles.beside : ''}`}
      style={{ width, height }}
    >
      <ChartFigure
        label={label}
        xs={places}
        crosshair={crosshair}
        wordsAt={index =>
          `${chart.categories[index]}: ${shown
            .map(one => `${one.name} ${textOf(one, index)}`)
            .join(', ')}`
        }
        {...layout.plot}
      >
        <svg width={layout.plot.width} height={layout.plot.height}>
          {chart.axes
            .filter(({ side }) => side !== 'hidden')
            .slice(0, horizontal ? 1 : 2)
            .map(axis => {
              const length = horizontal ? area.width / 2 : area.height;
              const ticks = axisTicks(axis, look, length).map(
                ({ at, text }) => ({
                  text,
                  at: horizontal
                    ? area.left + at * area.width
                    : bottom - at * area.height,
                }),
              );
              return horizontal ? (
                <HorizontalAxis key={axis.key} area={area} ticks={ticks} grid />
              ) : (
                <VerticalAxis
                  key={axis.key}
                  area={area}
                  ticks={ticks}
                  side={axis.side === 'right' ? 'right' : 'left'}
                  grid={axis.grid}
                  color={axis.color}
                />
              );
            })}
          {horizontal && <RowNames area={area} ticks={names} />}
          {labels &&
            names.map(({ at, text }) =>
              flat ? (
                <text key={at} x={at} y={bottom + 16} textAnchor="middle">
                  {fittedText(text, room * step - 4)}
                </text>
              ) : (
                <text
                  key={at}
                  transform={`translate(${at} ${bottom + 12}) rotate(${
                    labels.rotation
                  })`}
                  textAnchor={labels.rotation > 0 ? 'start' : 'end'}
                >
                  {fittedText(text, labels.height * 1.4)}
                </text>
              ),
            )}
          <Bars
            bars={bars}
            look={look}
            horizontal={horizontal}
            stacked={stacked}
            showValue={showValue}
          />
        </svg>
        <PlotPointer
          area={area}
          crosshair={crosshair}
          xs={places}
          xAt={(x, y) => Math.floor((horizontal ? y : x) / room)}
          markAt={index =>
            horizontal
              ? { ...area, top: area.top + index * room, height: room }
              : { ...area, left: area.left + index * room, width: room }
          }
          band
          nearAt={(x, y) =>
            bars.find(
              ({ left, top, width: wide, height: high }) =>
                x + area.left >= left &&
                x + area.left <= left + wide &&
                y + area.top >= top &&
                y + area.top <= top + high,
            )?.series.id
          }
          titleAt={index => chart.categories[index]}
          rowsAt={(index, near) =>
            mode === 'none'
              ? []
              : shown
                  .filter(({ id }) => mode === 'multi' || !near || id === near)
                  .map(one => ({
                    id: one.id,
                    name: one.name,
                    color: one.colors?.[index] ?? one.color,
                    text: textOf(one, index),
                    near: mode === 'multi' && one.id === near,
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
