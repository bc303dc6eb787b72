/** gRPC codes that Argo CD answers with, and the HTTP status that its gateway makes of each. */
const HTTP_STATUS = {
  Unknown: [2, 500],
  InvalidArgument: [3, 400],
  DeadlineExceeded: [4, 504],
  NotFound: [5, 404],
  AlreadyExists: [6, 409],
  PermissionDenied: [7, 403],
  ResourceExhausted: [8, 429],
  FailedPrecondition: [9, 400],
  Unimplemented: [12, 501],
  Internal: [13, 500],
  Unavailable: [14, 503],
  Unauthenticated: [16, 401],
} as const;

/** A failure as Argo CD tells it: `{"error": …, "code": <gRPC code>, "message": …}`. */
export class ArgocdError extends Error {
  name = 'ArgocdError';
  /** gRPC code. */
  readonly code: number;
  /** HTTP status. */
  readonly status: number;

  constructor(reason: keyof typeof HTTP_STATUS, message: string) {
    super(message);
    [this.code, this.status] = HTTP_STATUS[reason];
  }

  toJSON() {
    return { error: this.message, code: this.code, message: this.message };
  }
}
