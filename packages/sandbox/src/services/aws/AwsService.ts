import express, {
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import PromiseRouter from 'express-promise-router';
import type { Kit, SandboxService } from '../../kit';
import type { AwsApi } from './AwsApi';
import { AwsError } from './AwsError';
import { failureOf } from './failure';
import { Credentials, ROOT_CREDENTIAL } from './identity';
import { parseAuthorization, verifySignature } from './sigv4';
import { StsApi } from './sts';

/** The organisation's AWS account: signatures are checked, then the service of the credential scope answers. */
export class AwsService implements SandboxService {
  readonly name = 'aws';
  readonly title = 'AWS';
  readonly description =
    'STS: GetCallerIdentity and AssumeRole, with signatures really verified. Simulated: one account, in which every role exists.';
  readonly credential = `${ROOT_CREDENTIAL.accessKeyId} / ${ROOT_CREDENTIAL.secretAccessKey}`;
  readonly router;
  readonly #apis: Map<string, AwsApi>;
  readonly #fallback: AwsApi;

  constructor(kit: Kit) {
    const { store, clock } = kit;
    const credentials = new Credentials(store, clock);
    const sts = new StsApi(credentials);
    const apis: AwsApi[] = [sts];
    this.#apis = new Map(apis.map(api => [api.scope, api]));
    this.#fallback = sts;

    this.router = PromiseRouter();
    this.router.use(express.raw({ type: () => true, limit: '32mb' }));
    this.router.use(async (request, response, next) => {
      const header = parseAuthorization(request.get('authorization'));
      response.locals.awsScope = header.service;
      const body = Buffer.isBuffer(request.body)
        ? request.body
        : Buffer.alloc(0);
      const now = clock.now();
      const identity = verifySignature({
        request,
        body,
        header,
        credentials,
        now,
      });
      response.locals.caller = identity.arn.split(':').pop();
      const api = this.#apis.get(header.service);
      if (!api) {
        next();
        return;
      }
      const { region } = header;
      await api.handle({ request, body, identity, region }, response);
    });
  }

  notFound(request: Request, response: Response) {
    const scope = String(response.locals.awsScope);
    this.#apiOf(response).sendError(
      new AwsError(
        'UnknownOperationException',
        `${request.method} ${
          request.path
        }: the sandbox's AWS has no service '${scope}'; it has ${[
          ...this.#apis.keys(),
        ].join(', ')}.`,
        404,
      ),
      response,
    );
  }

  fail(status: number, request: Request, response: Response) {
    const { authorization } = request.headers;
    const scope = authorization
      ? parseAuthorization(authorization).service
      : this.#fallback.scope;
    response.locals.awsScope = scope;
    this.#apiOf(response).sendError(failureOf(status, scope), response);
  }

  onError(
    error: Error & { status?: number },
    _request: Request,
    response: Response,
    _next: NextFunction,
  ) {
    const api = this.#apiOf(response);
    if (error instanceof AwsError) {
      api.sendError(error, response);
    } else if (error.status !== undefined && error.status < 500) {
      api.sendError(
        new AwsError('MalformedRequest', error.message, error.status),
        response,
      );
    } else {
      process.stderr.write(`sandbox: aws: ${error.stack}\n`);
      api.sendError(
        new AwsError(
          'InternalFailure',
          'The request processing has failed',
          500,
        ),
        response,
      );
    }
  }

  /** The service that a request names, for the form of its errors. */
  #apiOf(response: Response): AwsApi {
    return this.#apis.get(String(response.locals.awsScope)) ?? this.#fallback;
  }
}
