/** An error as AWS answers it; each service writes it in the form of its protocol. */
export class AwsError extends Error {
  name = 'AwsError';
  readonly code: string;
  readonly status: number;
  /** Members beside the message, e.g. `{ ResourceType: 'USER' }`; JSON services alone send them. */
  readonly details?: Record<string, unknown>;

  constructor(
    code: string,
    message: string,
    status = 400,
    details?: Record<string, unknown>,
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }
}
