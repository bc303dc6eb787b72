import type { NextFunction, Request, Response } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Kit, SandboxService } from '../../kit';
import type { World } from '../../world';
import {
  GroupDirectory,
  seedDirectory,
  SystemLog,
  UserDirectory,
} from './directory';
import { fail } from './fail';
import { inventory } from './inventory';
import { API_TOKEN, createManagementRouter } from './management';
import {
  createOidcRouter,
  Grants,
  porticoClient,
  Sessions,
  SigningKeys,
  TokenIssuer,
} from './oidc';
import { OktaError } from './OktaError';
import { DirectorySource, type ProvisioningSource } from './provisioning';

/** The mini-org's Okta: its people and groups, and the sign-in. */
export class OktaService implements SandboxService {
  readonly name = 'okta';
  readonly title = 'Okta';
  readonly description =
    'Users, groups, lifecycle, system log, and sign-in with OpenID Connect. Simulated: nobody has a password, and no mail is sent on activation.';
  readonly credential = `SSWS ${API_TOKEN}; client portico / portico-sandbox-secret`;
  readonly page = '/';
  readonly fail = fail;
  /** The directory, for applications that it provisions. */
  readonly provisioning: ProvisioningSource;
  readonly router;
  readonly #kit: Kit;
  readonly #world: World;
  readonly #users: UserDirectory;
  readonly #groups: GroupDirectory;

  constructor(kit: Kit, world: World) {
    this.#kit = kit;
    this.#world = world;
    const { store, clock } = kit;
    const log = new SystemLog(store, clock);
    const users = new UserDirectory({ store, clock, log });
    const groups = new GroupDirectory({ store, clock, log });
    const sessions = new Sessions(store, clock);
    const grants = new Grants(store, clock);
    const keys = new SigningKeys(store);
    const client = porticoClient();
    const tokens = new TokenIssuer({ keys, groups, clock, client, store });
    const baseUrl = kit.urls.okta;
    this.#users = users;
    this.#groups = groups;
    this.provisioning = new DirectorySource({ users, groups, log });

    const signInLogins = world.people
      .filter(person => person.signIn)
      .map(person => `${person.login}@${world.organization}.example`);
    this.router = PromiseRouter();
    this.router.use(
      '/api/v1',
      createManagementRouter({
        users,
        groups,
        log,
        baseUrl,
        endSessions(userId, options) {
          sessions.endOfUser(userId);
          if (options.tokens) grants.revokeOfUser(userId);
        },
      }),
    );
    this.router.use(
      createOidcRouter(
        {
          client,
          users,
          groups,
          log,
          sessions,
          grants,
          keys,
          tokens,
          signInLogins,
        },
        baseUrl,
      ),
    );
  }

  inventory() {
    return inventory(this.#users, this.#groups);
  }

  async seed() {
    this.#kit.store.transaction(() =>
      seedDirectory(this.#world, this.#users, this.#groups),
    );
  }

  notFound(request: Request, response: Response) {
    response.status(404).json(OktaError.notFound(request.path, 'unknown'));
  }

  onError(
    error: Error & { status?: number },
    _request: Request,
    response: Response,
    _next: NextFunction,
  ) {
    if (error instanceof OktaError) {
      response.status(error.status).json(error);
    } else if (error.status === 400) {
      response.status(400).json(OktaError.malformed());
    } else {
      process.stderr.write(`sandbox: okta: ${error.stack}\n`);
      response
        .status(500)
        .json(new OktaError(500, 'E0000009', 'Internal Server Error'));
    }
  }
}
