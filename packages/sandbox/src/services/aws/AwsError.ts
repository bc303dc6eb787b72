/** An error as AWS answers it; each service writes it in the form of its protocol. */
export class AwsError extends Error {
  name = 'AwsError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
