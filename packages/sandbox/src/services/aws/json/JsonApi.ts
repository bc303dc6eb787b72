import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import type { AwsApi, AwsRequest } from '../AwsApi';
import { AwsError } from '../AwsError';
import { malformed } from './errors';
import { Input } from './Input';

/** Answers one operation with its result, or throws an `AwsError`. */
export type Operation = (input: Input, request: AwsRequest) => object;

/** What JSON services call the errors that come before any operation. */
const CODES: Record<string, string> = {
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
  IncompleteSignature: 'IncompleteSignatureException',
  InvalidClientTokenId: 'UnrecognizedClientException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
  ExpiredToken: 'ExpiredTokenException',
  InternalFailure: 'InternalServerException',
  MalformedRequest: 'SerializationException',
};

/**
 * A service that speaks AWS JSON 1.1: one URL, the operation stands in `X-Amz-Target`.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export class JsonApi implements AwsApi {
  readonly scope: string;
  readonly #target: string;
  readonly #operations: Map<string, Operation>;

  constructor(options: {
    scope: string;
    /** What stands before the dot in `X-Amz-Target`, e.g. `AWSIdentityStore`. */
    target: string;
    operations: Record<string, Operation>;
  }) {
    this.scope = options.scope;
    this.#target = options.target;
    this.#operations = new Map(Object.entries(options.operations));
  }

  async handle(asked: AwsRequest, response: Response) {
    const { request, body } = asked;
    const [target, name = ''] = (request.get('x-amz-target') ?? '').split('.');
    const operation =
      target === this.#target ? this.#operations.get(name) : undefined;
    if (!operation || request.method !== 'POST' || request.path !== '/') {
      response.locals.unknownRoute = true;
      throw new AwsError(
        'UnknownOperationException',
        `The sandbox's '${
          this.scope
        }' has no operation '${target}.${name}'; it has ${[
          ...this.#operations.keys(),
        ].join(', ')}.`,
      );
    }
    const result = operation(new Input(parse(body)), asked);
    send(response, 200, randomUUID(), result);
  }

  sendError(error: AwsError, response: Response) {
    const code = CODES[error.code] ?? error.code;
    // The services that speak JSON refuse a signature with 400, where STS says 403.
    const status = code === error.code ? error.status : clientOrServer(error);
    const requestId = randomUUID();
    response.set('x-amzn-errortype', code);
    send(response, status, requestId, {
      __type: code,
      message: error.message,
      Message: error.message,
      RequestId: requestId,
      ...error.details,
    });
  }
}

function clientOrServer({ status }: AwsError) {
  return status < 500 ? 400 : 500;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString() || '{}');
  } catch {
    throw malformed();
  }
}

function send(
  response: Response,
  status: number,
  requestId: string,
  body: object,
) {
  response
    .status(status)
    .set({
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-requestid': requestId,
    })
    .send(Buffer.from(JSON.stringify(body)));
}
