import { useMemo } from 'react';
import { cellPaths, type Cell } from '../../charts/cellPaths';
import { ChartFigure } from '../../charts/ChartFigure';
import styles from '../../charts/Charts.module.css';
import { Legend } from '../../charts/Legend';
import { legendLayout, legendOptions } from '../../charts/legendOptions';
import type { Look } from '../../charts/Look';
import { Options } from '../../charts/Options';
import { HorizontalAxis, RowNames, type Area } from '../../charts/PlotAxes';
import { PlotPointer } from '../../charts/PlotPointer';
import { fittedText, textWidth } from '../../charts/textWidth';
import { timeArea, type TimeAlong } from '../../charts/timeArea';
import { useChartTheme } from '../../charts/useChartTheme';
import { momentIn } from '../../charts/words';
import { useCrosshair } from '../../crosshair';
import { useRange } from '../../range/RangeContext';
import type { PanelProps } from '../PanelKind';
import { seriesStyle } from '../timeseries/SeriesStyle';
import { tooltipOptions } from '../timeseries/tooltipRows';
import { stateLegend } from './stateLegend';
import { spanAt, stateRows, statusRows, type StateRow } from './stateSpans';

const X_AXIS = 22;
const PAD = 6;
/** Texts in cells need rows at least this high. */
const LEAST_TEXT = 13;
/** More texts than this are a smear, and slow. */
const MOST_TEXTS = 600;

interface Drawn {
  rows: StateRow[];
  area: Area;
  along: TimeAlong;
  rowHeight: number;
  isHistory: boolean;
}

function Rows(props: Drawn & { options: Options; look: Look }) {
  const { rows, area, along, rowHeight, isHistory, options, look } = props;
  const full = area.height / Math.max(1, rows.length);
  const high = Math.max(2, full * rowHeight);
  const columns = isHistory ? options.number('colWidth') ?? 0.9 : 1;
  const align = options.choice(
    'alignValue',
    ['left', 'center', 'right'],
    'left',
  );
  const show = options.choice('showValue', ['auto', 'always', 'never'], 'auto');
  const right = area.left + area.width;
  const cells: (Cell & { text: string; key: string })[] = rows.flatMap(
    ({ id, spans }, row) =>
      spans.map(({ from, to, text, color }, at) => {
        const start = Math.max(area.left, along.at(from));
        const room = Math.min(right, along.at(to)) - start;
        const gap = room > 4 ? (room * (1 - columns)) / 2 : 0;
        return {
          x: start + gap,
          y: area.top + row * full + (full - high) / 2,
          width: Math.max(1, room - 2 * gap - (isHistory ? 0 : 0.5)),
          height: high,
          color,
          text,
          key: `${id} ${at}`,
        };
      }),
  );
  const [first] = rows;
  const opacity = new Options(first?.field.config.custom).number('fillOpacity');
  const line = first ? seriesStyle(first.field.config).lineWidth : 0;
  const strokes = new Options(first?.field.config.custom).number('lineWidth');
  const alpha = (opacity ?? 70) / 100;
  const texts =
    show === 'never' || high < LEAST_TEXT
      ? []
      : cells.filter(
          ({ width, text }) =>
            show === 'always' || textWidth(text) + 8 <= width,
        );
  const anchor = { left: 'start', center: 'middle', right: 'end' } as const;
  const xOf = ({ x, width }: Cell) => {
    if (align === 'left') return x + 4;
    return align === 'center' ? x + width / 2 : x + width - 4;
  };
  return (
    <g>
      {cellPaths(cells).map(({ color, d }) => (
        <path
          key={color}
          className={styles.cells}
          d={d}
          fill={color}
          fillOpacity={alpha}
          stroke={color}
          strokeWidth={strokes ? line : 0}
        />
      ))}
      {texts.slice(0, MOST_TEXTS).map(cell => (
        <text
          key={cell.key}
          className={styles.inside}
          x={xOf(cell)}
          y={cell.y + cell.height / 2 + 4}
          textAnchor={anchor[align]}
          style={{
            fill: look.on(cell.color, alpha),
          }}
        >
          {fittedText(cell.text, cell.width - 6)}
        </text>
      ))}
    </g>
  );
}

/** What each thing was over time: a bar for each state, or a cell for each measurement. */
export default function States(props: PanelProps) {
  const { panel, data, width, height, label } = props;
  const { look } = useChartTheme();
  const options = new Options(panel.options);
  const isHistory = panel.type === 'status-history';
  const merge = options.flag('mergeValues') ?? true;
  const rows = useMemo(
    () =>
      isHistory ? statusRows(data, look) : stateRows(data, look, { merge }),
    [data, look, isHistory, merge],
  );
  const xs = useMemo(() => {
    const time = data.frames[0]?.fields.find(({ type }) => type === 'time');
    return (time?.values ?? []).map(Number);
  }, [data]);
  const legend = legendOptions(panel.options);
  const entries = stateLegend(rows, look);
  const layout = legendLayout(entries, legend, width, height);

  const names = Math.max(0, ...rows.map(({ name }) => textWidth(name)));
  const left = Math.min(names + 12, layout.plot.width * 0.3);
  const area = {
    left,
    top: PAD,
    width: Math.max(1, layout.plot.width - left - 20),
    height: Math.max(1, layout.plot.height - X_AXIS - PAD),
  };
  const along = timeArea(data, area);
  const full = area.height / Math.max(1, rows.length);
  const crosshair = useCrosshair();
  const { zoom, adjustable } = useRange();
  const span = data.to - data.from;
  const { mode } = tooltipOptions(panel.options);
  const textOf = (row: StateRow, index: number) =>
    spanAt(row, xs[index])?.text ?? 'no value';
  return (
    <div
      className={`${styles.chart} ${layout.beside ? styles.beside : ''}`}
      style={{ width, height }}
    >
      <ChartFigure
        label={label}
        xs={xs}
        crosshair={crosshair}
        wordsAt={index =>
          `${momentIn(xs[index], span)}: ${rows
            .map(row => `${row.name} ${textOf(row, index)}`)
            .join(', ')}`
        }
        {...layout.plot}
      >
        <svg width={layout.plot.width} height={layout.plot.height}>
          <HorizontalAxis area={area} ticks={along.ticks} />
          <RowNames
            area={area}
            ticks={rows.map(({ name }, at) => ({
              at: area.top + (at + 0.5) * full,
              text: name,
            }))}
          />
          <Rows
            rows={rows}
            area={area}
            along={along}
            rowHeight={options.number('rowHeight') ?? 0.9}
            isHistory={isHistory}
            options={options}
            look={look}
          />
        </svg>
        <PlotPointer
          area={area}
          crosshair={crosshair}
          xs={xs}
          xAt={along.timeAt}
          markAt={along.lineAt}
          nearAt={(_, y) => rows[Math.floor(y / full)]?.id}
          zoom={adjustable ? zoom : undefined}
          titleAt={index => momentIn(xs[index], span)}
          rowsAt={(index, near) =>
            mode === 'none'
              ? []
              : rows
                  .filter(({ id }) => mode === 'multi' || !near || id === near)
                  .map(row => ({
                    id: row.id,
                    name: row.name,
                    color: spanAt(row, xs[index])?.color,
                    text: textOf(row, index),
                    near: mode === 'multi' && row.id === near,
                  }))
          }
        />
      </ChartFigure>
      {layout.legend && (
        <Legend entries={entries} options={legend} {...layout.legend} />
      )}
    </div>
  );
}
