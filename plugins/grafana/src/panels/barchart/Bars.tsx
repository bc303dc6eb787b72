import { cellPaths } from '../../charts/cellPaths';
import styles from '../../charts/Charts.module.css';
import type { Look } from '../../charts/Look';
import { textWidth } from '../../charts/textWidth';
import type { Bar } from './barLayout';

/** More texts than this are a smear. */
const MOST_TEXTS = 400;

/** Texts fit above upright bars, or behind lying ones. */
function hasRoom({ width, height }: Bar, text: string, horizontal: boolean) {
  return horizontal ? height >= 12 : textWidth(text) <= width + 6;
}

/** Bars, one path for each colour, and their values where they fit or are wanted. */
export function Bars(props: {
  bars: Bar[];
  look: Look;
  horizontal: boolean;
  stacked: boolean;
  showValue: 'auto' | 'always' | 'never';
}) {
  const { bars, look, horizontal, stacked, showValue } = props;
  const bySeries = new Map<Bar['series'], Bar[]>();
  for (const bar of bars) {
    const all = bySeries.get(bar.series) ?? [];
    all.push(bar);
    bySeries.set(bar.series, all);
  }
  const texts = bars
    .map(bar => ({
      bar,
      text: look.text(bar.series.field, bar.series.measured[bar.index]),
    }))
    .filter(
      ({ bar, text }) =>
        showValue === 'always' ||
        (showValue === 'auto' &&
          hasRoom(bar, text, horizontal) &&
          (!stacked ||
            (horizontal ? bar.width > textWidth(text) : bar.height > 13))),
    );
  return (
    <g>
      {[...bySeries].map(([{ id, style }, all]) =>
        cellPaths(
          all.map(({ left: x, top: y, width, height, color }) => ({
            ...{ x, y, width, height, color },
          })),
        ).map(({ color, d }) => (
          <path
            key={`${id} ${color}`}
            className={styles.cells}
            d={d}
            fill={color}
            fillOpacity={style.fillOpacity}
            stroke={color}
            strokeWidth={style.lineWidth}
          />
        )),
      )}
      {texts.slice(0, MOST_TEXTS).map(({ bar, text }) => {
        const { left, top, width, height, series, index } = bar;
        const down = (series.to[index] ?? 0) < 0;
        const middle = stacked
          ? { x: left + width / 2, y: top + height / 2 + 4 }
          : { x: left + width / 2, y: down ? top + height + 12 : top - 4 };
        const behind = stacked
          ? { x: left + width / 2, y: top + height / 2 + 4 }
          : { x: left + width + 4, y: top + height / 2 + 4 };
        return (
          <text
            key={`${series.id} ${index}`}
            className={styles.inside}
            {...(horizontal ? behind : middle)}
            textAnchor={horizontal && !stacked ? 'start' : 'middle'}
            style={{
              fill: stacked
                ? look.on(bar.color, series.style.fillOpacity)
                : 'var(--portico-ink-2)',
            }}
          >
            {text}
          </text>
        );
      })}
    </g>
  );
}
