/** Raised where an incident can't be started or ended; `status` is the HTTP status that says the same. */
export class IncidentError extends Error {
  name = 'IncidentError';
  readonly status: 400 | 404 | 409;

  constructor(status: 400 | 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}
