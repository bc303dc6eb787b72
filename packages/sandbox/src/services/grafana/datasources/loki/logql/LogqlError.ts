/** Raised for a query that Loki refuses; the message is what Loki says. */
export class LogqlError extends Error {
  name = 'LogqlError';
}

/** Raised for a query that makes no sense; says where. */
export function parseError(
  query: string,
  position: number,
  message: string,
): LogqlError {
  const before = query.slice(0, position).split('\n');
  const column = before[before.length - 1].length + 1;
  return new LogqlError(
    `parse error at line ${before.length}, col ${column}: ${message}`,
  );
}

/** Raised for what the real Loki knows and this one does not: no line is better than a wrong one. */
export function unsupported(what: string): LogqlError {
  return new LogqlError(`this sandbox does not evaluate ${what}`);
}
