import type { DataFrame } from '@grafana/data';
import type { PanelNotice } from '@portico/plugin-grafana-common';

/**
 * A frame with about so many rows at the most. Of each stretch of rows two are left, with the least and the greatest
 * value of each series in the order in which they came, so that no peak is lost. A stretch without values stays a gap.
 */
export function thin(
  frame: DataFrame,
  points: number,
): { frame: DataFrame; notices: PanelNotice[] } {
  // A few more than asked for are what steps that don't fit the range give.
  if (frame.length <= points * 1.2 + 2) return { frame, notices: [] };
  const size = Math.ceil((frame.length * 2) / points);
  const starts = Array.from(
    { length: Math.ceil(frame.length / size) },
    (_, index) => index * size,
  );
  const [x, ...series] = frame.fields;
  const xs = starts.flatMap(start => {
    const end = Math.min(start + size, frame.length) - 1;
    return end > start
      ? [x.values[start], x.values[Math.floor((start + end + 1) / 2)]]
      : [x.values[start]];
  });
  return {
    frame: {
      ...frame,
      length: xs.length,
      fields: [
        { ...x, values: xs },
        ...series.map(field => ({
          ...field,
          values: starts.flatMap(start => {
            const stretch = field.values.slice(start, start + size);
            return stretch.length > 1 ? ends(stretch) : stretch;
          }),
        })),
      ],
    },
    notices: [
      {
        severity: 'info',
        text: `${frame.length} points are more than fit: the least and the greatest of every ${size} are drawn. Reductions are of all points.`,
      },
    ],
  };
}

/** The least and the greatest of a stretch, in the order in which they came. */
function ends(values: readonly unknown[]): [unknown, unknown] {
  let [least, greatest] = [-1, -1];
  values.forEach((value, at) => {
    if (typeof value !== 'number') return;
    if (least < 0 || value < (values[least] as number)) least = at;
    if (greatest < 0 || value > (values[greatest] as number)) greatest = at;
  });
  if (least < 0) {
    // No numbers: texts, truth, or a gap.
    const known = values.filter(value => value !== undefined);
    return [known[0], known.at(-1)];
  }
  return least <= greatest
    ? [values[least], values[greatest]]
    : [values[greatest], values[least]];
}
