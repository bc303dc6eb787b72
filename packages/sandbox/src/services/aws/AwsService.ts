import express, {
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import PromiseRouter from 'express-promise-router';
import { Bill } from '../../billing';
import type { Kit, SandboxService } from '../../kit';
import type { World } from '../../world';
import type { ProvisioningSource } from '../okta';
import type { AwsApi } from './AwsApi';
import { AwsError } from './AwsError';
import { BillReader, createCostExplorerApi } from './costExplorer';
import { failureOf } from './failure';
import { Credentials, ROOT_CREDENTIAL } from './identity';
import { IdentityCenter } from './IdentityCenter';
import { createPageRouter } from './pages';
import { BillExport, S3Api } from './s3';
import { DEFAULT_SCIM, type ScimOptions } from './scim';
import { parseAuthorization, verifySignature } from './sigv4';
import { StsApi } from './sts';

/** The organisation's AWS accounts: signatures are checked, then the service of the credential scope answers. */
export class AwsService implements SandboxService {
  readonly name = 'aws';
  readonly title = 'AWS';
  readonly description =
    'STS, Organizations, IAM Identity Center with its Identity Store, Cost Explorer, and S3 with exports of the bill, with signatures really verified. Simulated: every role exists, and nobody opens a console.';
  readonly credential = `${ROOT_CREDENTIAL.accessKeyId} / ${ROOT_CREDENTIAL.secretAccessKey}`;
  readonly page = '/';
  readonly router;
  readonly #kit: Kit;
  readonly #identityCenter: IdentityCenter;
  readonly #export: BillExport;
  readonly #apis: Map<string, AwsApi>;
  readonly #fallback: AwsApi;

  constructor(options: {
    kit: Kit;
    world: World;
    /** Where users and groups come from; the world as it was on the first day if absent. */
    okta?: ProvisioningSource;
    scim?: ScimOptions;
  }) {
    const { kit, world, okta, scim = DEFAULT_SCIM } = options;
    const { store, clock } = kit;
    this.#kit = kit;
    this.#identityCenter = new IdentityCenter({ kit, world, okta, scim });
    const credentials = new Credentials(store, clock);
    const sts = new StsApi(credentials);
    const bill = new Bill(world);
    this.#export = new BillExport(bill, clock);
    const apis: AwsApi[] = [
      sts,
      ...this.#identityCenter.apis(),
      createCostExplorerApi(new BillReader(bill, clock), world.accounts),
      new S3Api([this.#export]),
    ];
    this.#apis = new Map(apis.map(api => [api.scope, api]));
    this.#fallback = sts;

    this.router = PromiseRouter();
    this.router.use(createPageRouter(this.#identityCenter));
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

  async seed() {
    this.#kit.store.transaction(() => this.#identityCenter.seed());
  }

  async start() {
    this.#identityCenter.start();
  }

  async stop() {
    this.#identityCenter.stop();
    this.#export.clear();
  }

  inventory() {
    return this.#identityCenter.inventory();
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
