/** A refusal as PagerDuty's REST API words it: https://developer.pagerduty.com/docs/errors */
export class PagerDutyError extends Error {
  name = 'PagerDutyError';

  constructor(
    readonly status: number,
    message: string,
    readonly code: number,
    readonly errors?: string[],
  ) {
    super(message);
  }

  static invalid(...errors: string[]): PagerDutyError {
    return new PagerDutyError(400, 'Invalid Input Provided', 2001, errors);
  }

  static arguments(...errors: string[]): PagerDutyError {
    return new PagerDutyError(400, 'Arguments Caused Error', 2002, errors);
  }

  static notFound(): PagerDutyError {
    return new PagerDutyError(404, 'Not Found', 2100);
  }

  toJSON() {
    const { message, code, errors } = this;
    return { error: { message, code, ...(errors && { errors }) } };
  }
}
