import { json, type NextFunction, type Request, type Response } from 'express';
import PromiseRouter from 'express-promise-router';
import { randomUUID } from 'node:crypto';
import { AzureBill } from '../../billing';
import type { Kit, SandboxService } from '../../kit';
import type { World } from '../../world';
import { AzureError } from './AzureError';
import { Quota } from './Quota';
import { createQueryRoutes } from './queryRoutes';

const TOKEN = 'azure-sandbox-token';

/** What a fault of kind `status` answers with. */
const FAILURES: Record<number, AzureError> = Object.fromEntries(
  [
    new AzureError(
      401,
      'InvalidAuthenticationToken',
      'The access token is invalid.',
    ),
    new AzureError(
      403,
      'AuthorizationFailed',
      "The client does not have authorization to perform action 'Microsoft.CostManagement/query/action' over the scope.",
    ),
    new AzureError(404, 'SubscriptionNotFound', 'It could not be found.'),
    AzureError.throttled('clienttype', 1),
    new AzureError(
      500,
      'InternalServerError',
      'Encountered internal server error.',
    ),
    new AzureError(503, 'ServiceUnavailable', 'The service is unavailable.'),
  ].map(error => [error.status, error]),
);

/**
 * Azure Resource Manager, as far as costs go: subscriptions, and the query API of Cost Management.
 * https://learn.microsoft.com/rest/api/cost-management/query/usage
 */
export class AzureService implements SandboxService {
  readonly name = 'azure';
  readonly title = 'Azure';
  readonly description =
    'Resource Manager with the query API of Cost Management, of one subscription that pays in euros. Simulated: nothing runs there, and no token is issued.';
  readonly credential = `Authorization: Bearer ${TOKEN}`;
  readonly router = PromiseRouter();
  readonly #quota = new Quota();

  constructor({ kit, world }: { kit: Kit; world: World }) {
    const bill = new AzureBill(world);
    const { router } = this;
    router.use((request, response, next) => {
      response.set({
        'x-ms-request-id': randomUUID(),
        'x-ms-correlation-request-id': randomUUID(),
      });
      admit(request, response);
      next();
    });
    router.use(json({ limit: '512kb', type: () => true }));
    const subscription = {
      id: `/subscriptions/${bill.subscription.id}`,
      subscriptionId: bill.subscription.id,
      displayName: bill.subscription.name,
      state: 'Enabled',
    };
    router.get('/subscriptions', (_request, response) => {
      response.json({
        value: [subscription],
        count: { type: 'Total', value: 1 },
      });
    });
    router.get('/subscriptions/:id', ({ params: { id } }, response) => {
      if (id !== subscription.subscriptionId)
        throw AzureError.noSubscription(id);
      response.json(subscription);
    });
    router.use(createQueryRoutes({ kit, bill, quota: this.#quota }));
  }

  async stop() {
    this.#quota.clear();
  }

  notFound(request: Request, response: Response) {
    const error = new AzureError(
      404,
      'InvalidResourceType',
      `The resource type could not be found in the namespace for ${request.method} ${request.path}.`,
    );
    response.status(404).json(error);
  }

  fail(status: number, _request: Request, response: Response) {
    const error = FAILURES[status] ?? FAILURES[500];
    response.status(status).set(error.headers).json(error);
  }

  onError(
    error: Error & { status?: number },
    _request: Request,
    response: Response,
    _next: NextFunction,
  ) {
    if (error instanceof AzureError) {
      response.status(error.status).set(error.headers).json(error);
    } else if (error.status !== undefined && error.status < 500) {
      response
        .status(400)
        .json(
          new AzureError(
            400,
            'InvalidRequestContent',
            `The request content was invalid and could not be deserialized: '${error.message}'.`,
          ),
        );
    } else {
      process.stderr.write(`sandbox: azure: ${error.stack}\n`);
      response.status(500).json(FAILURES[500]);
    }
  }
}

/** As Resource Manager does, before it looks at the address. */
function admit(request: Request, response: Response) {
  const { authorization } = request.headers;
  if (!authorization) {
    throw new AzureError(
      401,
      'AuthenticationFailed',
      "Authentication failed. The 'Authorization' header is missing.",
      { 'www-authenticate': 'Bearer' },
    );
  }
  if (authorization !== `Bearer ${TOKEN}`) throw FAILURES[401];
  response.locals.caller = 'portico';
  if (!request.query['api-version']) {
    throw new AzureError(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  }
}
