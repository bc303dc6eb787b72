import { useDrawingArea, useXScale } from '@mui/x-charts/hooks';
import type { ChartMark } from './summarize';

const LABEL_PX = 64;

/** Vertical lines with a weight on top and the short revision, at the same place in every chart. */
export function DeployMarks(props: {
  marks: ChartMark[];
  from: number;
  to: number;
}) {
  const { marks, from, to } = props;
  const scale = useXScale<'time'>();
  const { top, left, width, height } = useDrawingArea();
  return (
    <>
      {marks
        .filter(({ time }) => time >= from && time <= to)
        .map(({ time, title }) => {
          const x = scale(new Date(time)) ?? left;
          const before = x > left + width - LABEL_PX;
          return (
            <g key={time} transform={`translate(${x} ${top})`}>
              <path d={`M0 -2V${height}`} stroke="var(--portico-ink-2)" />
              <path d="M-4 -8h8L0 -2z" fill="var(--portico-ink-2)" />
              <text
                x={before ? -7 : 7}
                y={-1}
                textAnchor={before ? 'end' : 'start'}
                fontSize={11}
                fill="var(--portico-ink)"
              >
                {title}
              </text>
            </g>
          );
        })}
    </>
  );
}
