/** How Prometheus names what went wrong, in the `errorType` of its answers. */
export type ErrorType =
  | 'bad_data'
  | 'execution'
  | 'timeout'
  | 'canceled'
  | 'internal';

/** Raised where an expression can't be read or evaluated; the message is what Prometheus says. */
export class PromqlError extends Error {
  name = 'PromqlError';
  readonly type: ErrorType;

  constructor(type: ErrorType, message: string) {
    super(message);
    this.type = type;
  }
}

/** Raised for an expression that makes no sense; says where, as `1:7: parse error: …`. */
export function parseError(
  query: string,
  position: number,
  message: string,
): PromqlError {
  const before = query.slice(0, position).split('\n');
  const column = before[before.length - 1].length + 1;
  return new PromqlError(
    'bad_data',
    `${before.length}:${column}: parse error: ${message}`,
  );
}

/** Raised where the evaluation of a sound expression fails on the data. */
export function executionError(message: string): PromqlError {
  return new PromqlError('execution', message);
}

/** Raised for what the real Prometheus knows and this one does not: no value is better than a wrong one. */
export function unsupported(what: string): PromqlError {
  return new PromqlError('bad_data', `this sandbox does not evaluate ${what}`);
}
