import type { Series } from '../../../../prometheus/series/SeriesSource';
import type { LogEntry } from './LogSource';
import { writeLine, type ServiceFacts } from './ServiceFacts';

/** A pod that was not there for so long has begun anew. */
const GONE_MS = 90_000;

/** The lines that a pod writes when its process starts, told from whether it answers (`up`). */
export function startEntries(
  series: Series,
  facts: ServiceFacts,
  after: number,
  until: number,
): LogEntry[] {
  const { component } = facts;
  const samples = series.samples(after - GONE_MS, until);
  return samples.flatMap(({ at, value }, index) => {
    const before = samples[index - 1];
    const isStart = value === 1 && (!before || before.value === 0);
    // The first sample that is looked at tells nothing of what was before.
    const isKnown = before || at > after;
    if (!isStart || !isKnown || at <= after) return [];
    const text = writeLine(facts, {
      time: new Date(at).toISOString(),
      level: 'info',
      msg: 'listening',
      port: component?.port ?? 8080,
      version: component?.version ?? 'unknown',
    });
    return [{ at, nanos: `${at}000000`, text }];
  });
}
