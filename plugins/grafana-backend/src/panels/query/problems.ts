import type { DataFrame } from '@grafana/data';
import type {
  GrafanaProblemName,
  PanelData,
} from '@portico/plugin-grafana-common';
import {
  GrafanaProblem,
  type QueryResults,
} from '@portico/plugin-grafana-node';
import type { ResolvedPanel, ResolvedTarget } from '../../view/ResolvedPanel';
import type { PlannedRequest } from './QueryPlan';

const LONGEST_REASON = 300;

/** A query that failed, and what to throw if all did. */
export type Failure = PanelData['failures'][number] & { error: Error };

function failure(
  refId: string,
  name: GrafanaProblemName,
  message: string,
): Failure {
  return { refId, name, message, error: new GrafanaProblem(name, message) };
}

/** A query whose data source there is no more. */
export function missingFailure(
  panel: ResolvedPanel,
  { refId, missing = 'no data source' }: ResolvedTarget,
): Failure {
  return failure(
    refId,
    'DatasourceNotFoundError',
    `Query ${refId} asks the data source '${missing}', which Grafana '${panel.instance}' does not have any more. Choose another one for it in Grafana.`,
  );
}

/** A query that its data source, or Grafana for it, refused. */
export function refusedFailure(
  { datasource }: PlannedRequest,
  { refId, datasource: own }: ResolvedTarget,
  { status, error = '' }: QueryResults['results'][string],
): Failure {
  const reason = shorten(error);
  const title = `Data source '${own?.name ?? datasource}'`;
  if (status === 404 && /data ?source/i.test(reason)) {
    return failure(
      refId,
      'DatasourceNotFoundError',
      `${title} of query ${refId} is not there any more: ${reason} Choose another one for it in Grafana.`,
    );
  }
  if (status === 504 || /deadline exceeded|timed? ?out/i.test(reason)) {
    return failure(
      refId,
      'GrafanaTimeoutError',
      `${title} did not answer query ${refId} in time: ${reason} Choose a shorter range or fewer values, and try again.`,
    );
  }
  return failure(
    refId,
    'QueryFailedError',
    `${title} answered ${
      status ?? 500
    } to query ${refId}: ${reason} Correct the query in Grafana if this stays so.`,
  );
}

/** All queries of a request that got no results. */
export function thrownFailure(
  { targets, datasource }: PlannedRequest,
  error: Error,
  timeoutSeconds: number,
): Failure[] {
  const message =
    error.name === 'GrafanaTimeoutError'
      ? `Data source '${datasource}' did not answer within ${timeoutSeconds} s (grafana.limits.timeoutSeconds). Choose a shorter range or fewer values of the variables, and try again.`
      : `Data source '${datasource}': ${error.message}`;
  const isProblem = error instanceof GrafanaProblem;
  return targets
    .filter(({ hide }) => !hide)
    .map(({ refId }) => ({
      refId,
      name: error.name,
      message,
      error: isProblem
        ? new GrafanaProblem(error.name, message, error.cause)
        : error,
    }));
}

/** Nothing is shown of a panel that is too large by bytes: nobody knows which part would be right. */
export function tooLarge(
  panel: ResolvedPanel,
  { datasource }: PlannedRequest,
  bytes: number,
  cause: Error,
): GrafanaProblem {
  return new GrafanaProblem(
    'ResultTooLargeError',
    `the answer for '${panel.title}' from '${datasource}' is larger than ${
      bytes / 1_000_000
    } MB (grafana.limits.bytes). Choose a shorter range or fewer values of the variables.`,
    cause,
  );
}

/** @throws the first failure, if there is nothing beside failures; a query that failed may have an empty frame */
export function throwIfAllFailed(
  failures: readonly Failure[],
  frames: readonly DataFrame[],
): void {
  const isEmpty = frames.every(({ fields }) => fields.length === 0);
  if (failures.length > 0 && isEmpty) throw failures[0].error;
}

/** One line that ends with a full stop. */
function shorten(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.\s]+$/, '');
  if (line.length > LONGEST_REASON) return `${line.slice(0, LONGEST_REASON)} …`;
  return `${line || 'no reason given'}.`;
}
