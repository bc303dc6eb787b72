/** An expression that can't be evaluated; `message` is Terraform's summary, `detail` its explanation. */
export class EvaluationError extends Error {
  name = 'EvaluationError';
  readonly detail: string;

  constructor(summary: string, detail: string) {
    super(summary);
    this.detail = detail;
  }
}
