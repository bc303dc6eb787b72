import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  AuthProviderRouteHandlers,
  AuthResolverContext,
} from '@backstage/plugin-auth-node';

type Request = Parameters<AuthProviderRouteHandlers['start']>[0];
type Response = Parameters<AuthProviderRouteHandlers['start']>[1];

/** Plugins that run work for people who may be gone from their browser by then. */
const TRUSTED = ['plugin:scaffolder', 'plugin:flows'];

/**
 * `POST /api/auth/flows/refresh` with `{ userEntityRef }` answers with a Portico token of that person.
 * Only the plugins that run flows get one, each is audited, and a person who left the catalog (who was
 * deactivated) gets none any more. There is no sign-in through this provider.
 */
export class DelegationProvider implements AuthProviderRouteHandlers {
  readonly #resolverContext: AuthResolverContext;
  readonly #httpAuth: HttpAuthService;
  readonly #auditor: AuditorService;

  constructor(options: {
    resolverContext: AuthResolverContext;
    httpAuth: HttpAuthService;
    auditor: AuditorService;
  }) {
    this.#resolverContext = options.resolverContext;
    this.#httpAuth = options.httpAuth;
    this.#auditor = options.auditor;
  }

  async start(): Promise<void> {
    throw new NotFoundError('Nobody signs in through flows: use Okta.');
  }

  async frameHandler(): Promise<void> {
    throw new NotFoundError('Nobody signs in through flows: use Okta.');
  }

  async refresh(request: Request, response: Response): Promise<void> {
    const { principal } = await this.#httpAuth.credentials(request, {
      allow: ['service'],
    });
    const { userEntityRef } = request.body as { userEntityRef?: unknown };
    const event = await this.#auditor.createEvent({
      eventId: 'flow-token',
      severityLevel: 'medium',
      request,
      meta: {
        plugin: principal.subject,
        onBehalfOf: typeof userEntityRef === 'string' ? userEntityRef : '',
      },
    });
    try {
      if (!TRUSTED.includes(principal.subject)) {
        throw new NotAllowedError(
          `${principal.subject} runs no flows and gets no token of anybody.`,
        );
      }
      if (typeof userEntityRef !== 'string' || !userEntityRef) {
        throw new InputError(
          "Say whose token it shall be: 'userEntityRef', e.g. user:default/lena.fischer",
        );
      }
      const { token } = await this.#resolverContext.signInWithCatalogUser({
        entityRef: userEntityRef,
      });
      response.json({ token });
      await event.success();
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  }
}
