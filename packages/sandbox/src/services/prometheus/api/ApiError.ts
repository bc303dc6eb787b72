import type { Response } from 'express';
import { PromqlError, type ErrorType } from '../promql/PromqlError';

/** Kinds of errors of the API: those of the engine, and `not_found`. */
export type ApiErrorType = ErrorType | 'not_found' | 'unavailable';

/** HTTP status by kind of error. */
export const API_STATUS: Record<ApiErrorType, number> = {
  bad_data: 400,
  execution: 422,
  canceled: 503,
  timeout: 503,
  unavailable: 503,
  internal: 500,
  not_found: 404,
};

/**
 * Answers as Prometheus does where something went wrong.
 * https://prometheus.io/docs/prometheus/2.42/querying/api/#format-overview
 */
export function sendError(
  response: Response,
  type: ApiErrorType,
  message: string,
  status = API_STATUS[type],
): void {
  response
    .status(status)
    .json({ status: 'error', errorType: type, error: message });
}

/** Raised for a parameter that makes no sense. */
export function invalidParameter(name: string, message: string): PromqlError {
  return new PromqlError('bad_data', `invalid parameter "${name}": ${message}`);
}

/** Answers with what was asked for. */
export function sendData(
  response: Response,
  data: unknown,
  warnings?: string[],
): void {
  response.json({ status: 'success', data, warnings });
}
