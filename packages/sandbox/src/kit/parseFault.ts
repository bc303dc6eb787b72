import type { Fault } from './Faults';

/** Raised for a fault that makes no sense; the message says which key and what it may be. */
export class InvalidFaultError extends Error {
  name = 'InvalidFaultError';
}

const KINDS = ['status', 'latency', 'reset', 'hang'];
const KEYS = [
  'service',
  'method',
  'path',
  'body',
  'kind',
  'after',
  'value',
  'times',
];

/**
 * Checks what a person or a test sent as a fault.
 *
 * @throws InvalidFaultError
 */
export function parseFault(
  input: unknown,
  services: readonly string[],
): Omit<Fault, 'id' | 'hits'> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new InvalidFaultError(
      'A fault is a JSON object, e.g. {"service":"argocd","kind":"status","value":503,"times":2}',
    );
  }
  const unknown = Object.keys(input).find(key => !KEYS.includes(key));
  if (unknown) {
    throw new InvalidFaultError(
      `'${unknown}' is not a key of a fault; keys are ${KEYS.join(', ')}`,
    );
  }
  const fault = input as Omit<Fault, 'id' | 'hits'>;
  oneOf('service', fault.service, services);
  oneOf('kind', fault.kind, KINDS);
  for (const key of ['value', 'times'] as const) {
    const value = fault[key];
    if (value !== undefined && !(Number.isInteger(value) && value > 0)) {
      throw new InvalidFaultError(`'${key}' must be a positive whole number`);
    }
  }
  const { value } = fault;
  if (fault.kind === 'status' && value && (value < 400 || value > 599)) {
    throw new InvalidFaultError("'value' of a status fault must be 400 to 599");
  }
  for (const key of ['method', 'path', 'body'] as const) {
    if (fault[key] !== undefined && typeof fault[key] !== 'string') {
      throw new InvalidFaultError(`'${key}' must be a string`);
    }
  }
  if (fault.after !== undefined && typeof fault.after !== 'boolean') {
    throw new InvalidFaultError("'after' must be true or false");
  }
  if (fault.after && fault.kind === 'latency') {
    throw new InvalidFaultError("'after' goes with status, reset and hang");
  }
  for (const key of ['path', 'body'] as const) {
    try {
      RegExp(fault[key] ?? '');
    } catch {
      throw new InvalidFaultError(
        `'${key}' is not a regular expression: '${fault[key]}'`,
      );
    }
  }
  return {
    service: fault.service,
    method: fault.method?.toUpperCase(),
    path: fault.path,
    body: fault.body,
    kind: fault.kind,
    after: fault.after,
    value: fault.value,
    times: fault.times,
  };
}

function oneOf(key: string, value: unknown, allowed: readonly string[]) {
  if (typeof value !== 'string' || !allowed.includes(value)) {
    throw new InvalidFaultError(
      `'${key}' must be one of ${allowed.join(', ')}, not ${
        value === undefined ? 'absent' : JSON.stringify(value)
      }`,
    );
  }
}
