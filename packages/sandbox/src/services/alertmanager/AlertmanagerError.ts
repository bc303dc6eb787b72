/** An answer that is not 2xx. Handlers answer with a JSON string, the validation before them with `{code, message}`. */
export class AlertmanagerError extends Error {
  name = 'AlertmanagerError';

  constructor(readonly status: number, readonly payload: unknown) {
    super(typeof payload === 'string' ? payload : JSON.stringify(payload));
  }

  /** A body or parameter that doesn't fit the API's description; codes of go-openapi. */
  static invalid(code: number, message: string): AlertmanagerError {
    return new AlertmanagerError(422, { code, message });
  }

  static missing(what: string): AlertmanagerError {
    return AlertmanagerError.invalid(602, `${what} in body is required`);
  }

  static wrongType(what: string, type: string, value: unknown) {
    return AlertmanagerError.invalid(
      601,
      `${what} must be of type ${type}: ${JSON.stringify(value)}`,
    );
  }
}
