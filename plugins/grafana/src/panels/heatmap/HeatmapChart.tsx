import { useMemo } from 'react';
import { cellPaths, type Cell } from '../../charts/cellPaths';
import { ChartFigure } from '../../charts/ChartFigure';
import styles from '../../charts/Charts.module.css';
import { Options } from '../../charts/Options';
import { HorizontalAxis, VerticalAxis } from '../../charts/PlotAxes';
import { PlotPointer } from '../../charts/PlotPointer';
import { textWidth } from '../../charts/textWidth';
import { timeArea } from '../../charts/timeArea';
import { useChartTheme } from '../../charts/useChartTheme';
import { momentIn } from '../../charts/words';
import { useCrosshair } from '../../crosshair';
import { useRange } from '../../range/RangeContext';
import type { PanelProps } from '../PanelKind';
import { tooltipOptions } from '../timeseries/tooltipRows';
import { heatOf, type Heat } from './cells';
import { heatScale } from './heatColors';
import { cellWords, rowLabel, rowWords } from './rowWords';

const X_AXIS = 22;
const TOP = 8;
const KEY = 20;
const LINE = 26;
const EMPTY: Heat = { times: [], stepMs: 1, rows: [] };

/** How much was where and when: cells over time, coloured by what is in them, with a key. */
export default function HeatmapChart(props: PanelProps) {
  const { panel, data, width, height, label } = props;
  const { look } = useChartTheme();
  const options = useMemo(() => new Options(panel.options), [panel.options]);
  const heat = useMemo(() => heatOf(data, options) ?? EMPTY, [data, options]);
  const { rows, times, stepMs } = heat;
  const scale = useMemo(
    () =>
      heatScale(
        rows
          .flatMap(({ counts }) => counts)
          .filter((one): one is number => typeof one === 'number'),
        options,
        look,
      ),
    [rows, options, look],
  );
  const reverse = options.child('yAxis').flag('reverse') ?? false;
  const placement = options.child('yAxis').text('axisPlacement');
  const ordered = reverse ? [...rows].reverse() : rows;
  const labelOf = rowLabel(heat, options, look);
  const wordsOf = rowWords(heat, options, look);
  const countOf = cellWords(heat, options, look);
  const hasKey =
    (options.child('legend').flag('show') ?? true) && height >= 110;
  const plot = { width, height: height - (hasKey ? KEY : 0) };
  const hidden = placement === 'hidden';
  const names = hidden
    ? 0
    : Math.max(0, ...rows.map(row => textWidth(labelOf(row)))) + 12;
  const side = Math.max(6, Math.min(names, plot.width * 0.3));
  const area = {
    left: placement === 'right' ? 6 : side,
    top: TOP,
    width: Math.max(1, plot.width - side - (placement === 'right' ? 6 : 20)),
    height: Math.max(1, plot.height - TOP - X_AXIS),
  };
  const along = timeArea(data, area);
  const high = area.height / Math.max(1, rows.length);
  const gap = Math.min(options.number('cellGap') ?? 1, high / 3);
  const right = area.left + area.width;
  const paths = useMemo(() => {
    const cells: Cell[] = [];
    ordered.forEach(({ counts }, row) => {
      counts.forEach((count, index) => {
        if (typeof count !== 'number') return;
        const color = scale.colorOf(count);
        if (!color) return;
        const x = Math.max(area.left, along.at(times[index]));
        const end = Math.min(right, along.at(times[index] + stepMs));
        if (end <= x) return;
        cells.push({
          x,
          y: area.top + area.height - (row + 1) * high + gap / 2,
          width: Math.max(0.5, end - x - gap),
          height: Math.max(0.5, high - gap),
          color,
        });
      });
    });
    return cellPaths(cells);
    // The places follow from data, order and size.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [heat, scale, reverse, width, height, data, gap]);
  const every = Math.max(1, Math.ceil(LINE / high));
  // Bounds stand on the line between two rows, names in the middle of theirs.
  const bounded = rows.every(({ high: end }) => end !== undefined);
  const bound = reverse ? 0 : 1;
  const edge = bounded ? bound : 0.5;
  const ticks = ordered.flatMap((row, index) =>
    index % every === 0
      ? [
          {
            at: area.top + area.height - (index + edge) * high,
            text: labelOf(row),
          },
        ]
      : [],
  );
  const crosshair = useCrosshair();
  const { zoom, adjustable } = useRange();
  const span = data.to - data.from;
  const { mode } = tooltipOptions(panel.options);
  const textAt = (row: (typeof rows)[number], index: number) => {
    const count = row.counts[index];
    return typeof count === 'number' ? countOf(count) : 'no value';
  };
  return (
    <div className={styles.chart} style={{ width, height }}>
      <ChartFigure
        label={label}
        xs={times}
        crosshair={crosshair}
        wordsAt={index => {
          const filled = rows.filter(({ counts }) => counts[index]);
          const words = filled.map(
            row => `${wordsOf(row)} ${textAt(row, index)}`,
          );
          const moment = momentIn(times[index], span);
          return `${moment}: ${words.join(', ') || 'nothing'}`;
        }}
        {...plot}
      >
        <svg width={plot.width} height={plot.height}>
          {!hidden && (
            <VerticalAxis
              area={area}
              ticks={ticks}
              side={placement === 'right' ? 'right' : 'left'}
              grid={false}
            />
          )}
          <HorizontalAxis area={area} ticks={along.ticks} />
          {paths.map(({ color, d }) => (
            <path key={color} className={styles.cells} d={d} fill={color} />
          ))}
        </svg>
        <PlotPointer
          area={area}
          crosshair={crosshair}
          xs={times}
          xAt={px => along.timeAt(px) - stepMs / 2}
          markAt={time => along.lineAt(time + stepMs / 2)}
          nearAt={(_, y) => String(Math.floor((area.height - y) / high))}
          zoom={
            adjustable
              ? (from, to) => zoom(from + stepMs / 2, to + stepMs / 2)
              : undefined
          }
          titleAt={index => momentIn(times[index], span)}
          rowsAt={(index, near) =>
            mode === 'none'
              ? []
              : ordered
                  .map((row, at) => ({ row, at }))
                  .filter(({ row, at }) =>
                    near === undefined
                      ? row.counts[index]
                      : String(at) === near,
                  )
                  .reverse()
                  .map(({ row, at }) => ({
                    id: String(at),
                    name: wordsOf(row),
                    color: scale.colorOf(row.counts[index] ?? NaN),
                    text: textAt(row, index),
                  }))
          }
        />
      </ChartFigure>
      {hasKey && rows.length > 0 && (
        <div
          className={styles.scale}
          style={{ paddingLeft: area.left }}
          aria-hidden="true"
        >
          {countOf(scale.min)}
          <i
            style={{
              background: `linear-gradient(90deg, ${scale.stops.join(', ')})`,
            }}
          />
          {countOf(scale.max)}
        </div>
      )}
    </div>
  );
}
