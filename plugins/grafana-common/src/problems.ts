/**
 * Why a dashboard or a panel can't be shown. Each is the `name` of an error that the backend answers with, so that the
 * page can say what to do about it; the message says what was asked and what came back.
 */
export const GRAFANA_PROBLEMS = {
  /** Grafana can't be reached, or answers 5xx. */
  GrafanaUnreachableError: 503,
  /** It did not answer in time. */
  GrafanaTimeoutError: 504,
  /** It refuses Portico's own service-account token. */
  GrafanaCredentialError: 503,
  /** The dashboard is no longer there, or is none of this entity's. */
  DashboardNotFoundError: 404,
  /** The dashboard has no such panel, or no such panel for these values. */
  PanelNotFoundError: 404,
  /** The panel asks a data source that Grafana does not know any more. */
  DatasourceNotFoundError: 404,
  /** The data source refused the query, or failed over it. */
  QueryFailedError: 502,
  /** More data than is drawn. */
  ResultTooLargeError: 413,
  /** From after to, in the future, or longer than may be asked for. */
  RangeRefusedError: 400,
  /** A value that the variable does not offer, or a variable that there is not. */
  ValueRefusedError: 400,
  /** The request names something that a browser has no business to name, e.g. a query. */
  RequestRefusedError: 400,
} as const;

/** Name of a problem. */
export type GrafanaProblemName = keyof typeof GRAFANA_PROBLEMS;
