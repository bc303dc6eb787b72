/** An error as Okta answers it; codes: https://developer.okta.com/docs/reference/error-codes/ */
export class OktaError extends Error {
  name = 'OktaError';
  readonly status: number;
  readonly errorCode: string;
  readonly causes: string[];

  constructor(
    status: number,
    errorCode: string,
    errorSummary: string,
    causes: string[] = [],
  ) {
    super(errorSummary);
    this.status = status;
    this.errorCode = errorCode;
    this.causes = causes;
  }

  static invalid(what: string, ...causes: string[]) {
    return new OktaError(
      400,
      'E0000001',
      `Api validation failed: ${what}`,
      causes,
    );
  }

  static malformed() {
    return new OktaError(
      400,
      'E0000003',
      'The request body was not well-formed.',
    );
  }

  static forbidden() {
    return new OktaError(
      403,
      'E0000006',
      'You do not have permission to perform the requested action',
    );
  }

  static notFound(id: string, kind: string) {
    return new OktaError(
      404,
      'E0000007',
      `Not found: Resource not found: ${id} (${kind})`,
    );
  }

  static invalidToken() {
    return new OktaError(401, 'E0000011', 'Invalid token provided');
  }

  static invalidSearch(cause: string) {
    return new OktaError(400, 'E0000031', 'Invalid search criteria.', [cause]);
  }

  static tooManyRequests() {
    return new OktaError(
      429,
      'E0000047',
      'API call exceeded rate limit due to too many requests.',
    );
  }

  /** The answer's body. */
  toJSON() {
    return {
      errorCode: this.errorCode,
      errorSummary: this.message,
      errorLink: this.errorCode,
      errorId: `oae${Date.now().toString(36)}`,
      errorCauses: this.causes.map(errorSummary => ({ errorSummary })),
    };
  }
}
