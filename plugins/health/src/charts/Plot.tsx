import { ChartsContainer } from '@mui/x-charts/ChartsContainer';
import { ChartsAxisHighlight } from '@mui/x-charts/ChartsAxisHighlight';
import { ChartsGrid } from '@mui/x-charts/ChartsGrid';
import { ChartsReferenceLine } from '@mui/x-charts/ChartsReferenceLine';
import { ChartsXAxis } from '@mui/x-charts/ChartsXAxis';
import { ChartsYAxis } from '@mui/x-charts/ChartsYAxis';
import { LinePlot, lineElementClasses } from '@mui/x-charts/LineChart';
import type { HealthChart } from '@portico/plugin-health-common';
import { formatMinute } from '@portico/ui';
import type { AxisScale } from './axis';
import { DeployMarks } from './DeployMarks';
import { indexAt, useCrosshair } from './Crosshair';
import type { Series } from './shownSeries';
import type { ChartMark } from './summarize';

const HEIGHT = 180;
const AXIS = 'time';
const DAY_MS = 86_400_000;
const MARGIN = { top: 16, right: 16, bottom: 0, left: 0 };
const TEXT = {
  fontSize: 11,
  fontFamily: 'var(--portico-sans)',
  fill: 'var(--portico-ink-3)',
};
const AXIS_LOOK = {
  tickLabelStyle: TEXT,
  disableLine: true,
  disableTicks: true,
};

/** Lines over time. Words, legend and table beside it say the same, so readers pass it by. */
export default function Plot(props: {
  chart: HealthChart;
  shown: Series[];
  scale: AxisScale;
  marks: ChartMark[];
  /** Milliseconds since 1970: the time asked for, which may have no values yet at its end. */
  from: number;
  to: number;
}) {
  const { chart, shown, scale, marks, from, to } = props;
  const { time, setTime } = useCrosshair();
  const index = indexAt(chart.times, time);
  const days = to - from > DAY_MS;
  const { limit } = chart;
  return (
    <ChartsContainer
      height={HEIGHT}
      margin={MARGIN}
      skipAnimation
      series={shown.map(({ name, values }, at) => ({
        type: 'line',
        id: name,
        label: name,
        data: values.map(value =>
          value === null ? null : value * scale.factor,
        ),
        color: `var(--portico-s${at + 1})`,
        curve: 'linear',
        showMark: false,
      }))}
      xAxis={[
        {
          id: AXIS,
          scaleType: 'time',
          data: chart.times.map(it => new Date(it)),
          min: new Date(from),
          max: new Date(to),
          tickNumber: 5,
          height: 22,
          valueFormatter: (value: Date) =>
            days
              ? value.toLocaleDateString('en-GB', {
                  day: 'numeric',
                  month: 'short',
                })
              : formatMinute(value),
          ...AXIS_LOOK,
        },
      ]}
      yAxis={[
        {
          min: scale.bottom,
          max: scale.top,
          tickNumber: 4,
          width: 38,
          valueFormatter: (value: number) => value.toLocaleString('en-US'),
          ...AXIS_LOOK,
        },
      ]}
      highlightedAxis={
        index === undefined ? [] : [{ axisId: AXIS, dataIndex: index }]
      }
      onHighlightedAxisChange={items => {
        const pointed = items.find(({ axisId }) => axisId === AXIS);
        setTime(pointed && chart.times[pointed.dataIndex]);
      }}
      sx={{
        [`& .${lineElementClasses.root}`]: { strokeWidth: 1.75 },
        '& .MuiChartsGrid-line': { stroke: 'var(--portico-rule)' },
        '& .MuiChartsAxisHighlight-root': {
          stroke: 'var(--portico-accent)',
          strokeDasharray: 'none',
        },
      }}
    >
      <ChartsGrid horizontal />
      <LinePlot />
      {limit && (
        <ChartsReferenceLine
          y={limit.value * scale.factor}
          label={limit.title}
          labelAlign="start"
          lineStyle={{ stroke: 'var(--portico-ink-2)', strokeDasharray: '4 3' }}
          labelStyle={{ ...TEXT, fill: 'var(--portico-ink-2)' }}
        />
      )}
      <DeployMarks marks={marks} from={from} to={to} />
      <ChartsAxisHighlight x="line" />
      <ChartsXAxis axisId={AXIS} />
      <ChartsYAxis />
    </ChartsContainer>
  );
}
