/** The name under which the backend failed, e.g. `NotFoundError`, `ConflictError`. */
export function errorName(error: Error): string {
  const { cause } = error as { cause?: unknown };
  return cause instanceof Error ? cause.name : error.name;
}

/** What the backend said, without the status line that the client puts before it. */
export function errorWords(error: Error): string {
  const { cause } = error as { cause?: unknown };
  return (cause instanceof Error && cause.message) || error.message;
}
