/** One entry of the `errors` list of a 422. */
export interface FieldError {
  resource: string;
  field?: string;
  /** `missing`, `missing_field`, `invalid`, `already_exists`, `custom`. */
  code: string;
  message?: string;
}

/** An answer other than success, as GitHub words it: https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
export class GithubError extends Error {
  name = 'GithubError';
  readonly status: number;
  readonly errors?: FieldError[];

  constructor(status: number, message: string, errors?: FieldError[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }

  static notFound() {
    return new GithubError(404, 'Not Found');
  }

  static invalid(
    resource: string,
    field: string,
    code: string,
    message?: string,
  ) {
    return new GithubError(422, 'Validation Failed', [
      { resource, field, code, ...(message ? { message } : {}) },
    ]);
  }

  toJSON() {
    return {
      message: this.message,
      ...(this.errors ? { errors: this.errors } : {}),
      documentation_url: 'https://docs.github.com/rest',
      status: String(this.status),
    };
  }
}
