/** A refusal as Azure Resource Manager words it. */
export class AzureError extends Error {
  name = 'AzureError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }

  static badRequest(message: string): AzureError {
    return new AzureError(400, 'BadRequest', message);
  }

  static noSubscription(id: string): AzureError {
    return new AzureError(
      404,
      'SubscriptionNotFound',
      `The subscription '${id}' could not be found.`,
    );
  }

  /** Cost Management says in a header of its own how long to wait. */
  static throttled(by: 'qpu' | 'clienttype', seconds: number): AzureError {
    return new AzureError(429, '429', 'Too many requests. Please retry.', {
      [`x-ms-ratelimit-microsoft.costmanagement-${by}-retry-after`]:
        String(seconds),
    });
  }

  toJSON() {
    return { error: { code: this.code, message: this.message } };
  }
}
