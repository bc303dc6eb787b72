import type { LegendEntry } from '../../charts/legendOptions';
import type { Look } from '../../charts/Look';
import type { StateRow } from './stateSpans';
import { thresholdStates } from './thresholdStates';

/** More states than this are no key to a drawing. */
const MOST = 30;

const entry = (name: string, color: string): LegendEntry => ({
  id: `${name} ${color}`,
  name,
  color,
  block: true,
  shown: true,
  values: [],
});

/** Colours by thresholds: one entry for each. */
function byThresholds({ field }: StateRow, look: Look): LegendEntry[] {
  return (thresholdStates(field, look) ?? []).map(({ text, color }) =>
    entry(text, color),
  );
}

/** What the colours stand for: thresholds, or the states that occur. */
export function stateLegend(rows: StateRow[], look: Look): LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const row of rows) {
    const steps = byThresholds(row, look);
    const found =
      steps.length > 0
        ? steps
        : row.spans.map(({ text, color }) => entry(text, color));
    for (const one of found) {
      if (entries.size < MOST && !entries.has(one.id)) entries.set(one.id, one);
    }
  }
  return [...entries.values()];
}
