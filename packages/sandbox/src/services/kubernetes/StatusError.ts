import type { ResourceType } from './objects/ResourceTypes';

/** One thing wrong with an object that was sent. */
export interface StatusCause {
  reason: string;
  message: string;
  field: string;
}

/** A failure as the API server tells it: a `Status` object. */
export class StatusError extends Error {
  name = 'StatusError';

  constructor(
    /** HTTP status. */
    readonly code: number,
    readonly reason: string,
    message: string,
    readonly details?: object,
  ) {
    super(message);
  }

  toStatus() {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      reason: this.reason,
      ...(this.details ? { details: this.details } : {}),
      code: this.code,
    };
  }
}

/** `deployments.apps`, or `pods` in the core group. */
export function qualified(type: ResourceType): string {
  return type.group ? `${type.plural}.${type.group}` : type.plural;
}

function detailsOf(type: ResourceType, name: string) {
  return {
    name,
    ...(type.group ? { group: type.group } : {}),
    kind: type.plural,
  };
}

export function notFound(type: ResourceType, name: string): StatusError {
  return new StatusError(
    404,
    'NotFound',
    `${qualified(type)} "${name}" not found`,
    detailsOf(type, name),
  );
}

/** What an unknown path gets. */
export function noSuchResource(): StatusError {
  return new StatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

export function alreadyExists(type: ResourceType, name: string): StatusError {
  return new StatusError(
    409,
    'AlreadyExists',
    `${qualified(type)} "${name}" already exists`,
    detailsOf(type, name),
  );
}

export function conflict(
  type: ResourceType,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
): StatusError {
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(type)} "${name}": ${why}`,
    detailsOf(type, name),
  );
}

export function forbidden(
  type: ResourceType,
  name: string,
  why: string,
): StatusError {
  return new StatusError(
    403,
    'Forbidden',
    `${qualified(type)} "${name}" is forbidden: ${why}`,
    detailsOf(type, name),
  );
}

export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

export function invalid(
  type: ResourceType,
  name: string,
  causes: StatusCause[],
): StatusError {
  const texts = causes.map(cause => `${cause.field}: ${cause.message}`);
  const subject = `${type.kind}${type.group ? `.${type.group}` : ''} "${name}"`;
  return new StatusError(
    422,
    'Invalid',
    `${subject} is invalid: ${
      texts.length > 1 ? `[${texts.join(', ')}]` : texts[0]
    }`,
    {
      name,
      ...(type.group ? { group: type.group } : {}),
      kind: type.kind,
      causes,
    },
  );
}

/** Reason and message that the API server gives with a status. */
const FAILURES: Record<number, [reason: string, message: string]> = {
  401: ['Unauthorized', 'Unauthorized'],
  403: ['Forbidden', 'forbidden: not allowed for this account'],
  404: ['NotFound', 'the server could not find the requested resource'],
  409: ['Conflict', 'the object has been modified'],
  429: ['TooManyRequests', 'Too many requests, please try again later.'],
  503: [
    'ServiceUnavailable',
    'the server is currently unable to handle the request',
  ],
  504: [
    'Timeout',
    'the server was unable to return a response in the time allotted',
  ],
};

/** A failure that has nothing to do with what was asked. */
export function failureOf(status: number): StatusError {
  const [reason, message] = FAILURES[status] ?? [
    'InternalError',
    'Internal error occurred',
  ];
  return new StatusError(status, reason, message);
}
