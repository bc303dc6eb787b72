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

  /** A part of the path that is not of its type. */
  static wrongType(what: string, type: string, value: unknown) {
    return AlertmanagerError.invalid(
      601,
      `${what} must be of type ${type}: ${JSON.stringify(value)}`,
    );
  }

  /** JSON that can't be read into what is expected; Go's words. */
  static unreadable(body: 'alerts' | 'silence', why: string) {
    return new AlertmanagerError(400, {
      code: 400,
      message: `parsing ${body} body from "" failed, because ${why}`,
    });
  }
}
