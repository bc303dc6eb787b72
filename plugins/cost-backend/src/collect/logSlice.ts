import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CollectedSlice } from './Collector';

/** Says what a pull brought, or why it brought nothing. */
export function logSlice(
  logger: LoggerService,
  collected: CollectedSlice,
): void {
  const { source, slice, rows, changed = 0, milliseconds, failure } = collected;
  const { malformed = 0, problems = [] } = collected;
  const what = `${source.title}: ${slice.from} to ${slice.to}`;
  if (failure !== undefined) {
    logger.warn(`${what} failed, and is tried again: ${failure}`);
    return;
  }
  logger.info(
    `${what} has ${rows} rows, ${changed} days new or different, in ${milliseconds} ms`,
  );
  const [first] = problems;
  if (!malformed || !first) return;
  const line = first.line === undefined ? '' : `, line ${first.line}`;
  logger.warn(
    `${source.title}: ${malformed} rows could not be read, the first at ${first.where}${line}: ${first.message}`,
  );
}
