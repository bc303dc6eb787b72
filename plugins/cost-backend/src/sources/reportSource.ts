import type { SourceReports } from '@portico/plugin-sources-node';
import type { CollectedSlice } from '../collect/Collector';
import { daysFrom } from '../store/days';

/** Tells the page *Sources* what a pull learned. */
export function reportSource(
  reports: SourceReports,
  collected: CollectedSlice,
): void {
  const { source, slice, at, milliseconds, failure } = collected;
  const days = daysFrom(slice.from, slice.to).length;
  reports.report({
    source: source.id,
    by: 'cost',
    at,
    ok: failure === undefined,
    asked: days,
    answered: failure === undefined ? days : 0,
    latencyMs: milliseconds,
    message: failure,
  });
}
