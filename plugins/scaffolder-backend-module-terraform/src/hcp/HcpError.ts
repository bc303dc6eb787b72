import { CustomErrorBase } from '@backstage/errors';

/** An answer of HCP Terraform that is no success, or no answer at all. */
export class HcpError extends CustomErrorBase {
  name = 'HcpError' as const;
  /** HTTP status; absent where no answer came. */
  readonly status?: number;
  /** From `Retry-After`, in seconds. */
  readonly retryAfterSeconds?: number;

  constructor(options: {
    message: string;
    status?: number;
    retryAfterSeconds?: number;
    cause?: Error;
  }) {
    super(options.message, options.cause);
    this.status = options.status;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** True where the same request may succeed a little later. */
  get isTransient(): boolean {
    return (
      this.status === undefined || this.status === 429 || this.status >= 500
    );
  }
}
