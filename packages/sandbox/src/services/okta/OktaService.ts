import type { NextFunction, Request, Response } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Kit, SandboxService } from '../../kit';
import type { World } from '../../world';
import { Accounts } from './Accounts';
import {
  GroupDirectory,
  OneTimeLinks,
  seedDirectory,
  SystemLog,
  UserDirectory,
} from './directory';
import { fail } from './fail';
import { inventory } from './inventory';
import { Mailer } from './Mailer';
import { API_TOKEN, createManagementRouter, RateLimit } from './management';
import {
  createOidcRouter,
  Grants,
  porticoClient,
  Sessions,
  SigningKeys,
  TokenIssuer,
} from './oidc';
import { OktaError } from './OktaError';
import { DEFAULT_OKTA } from './OktaOptions';
import { DirectorySource, type ProvisioningSource } from './provisioning';
import { createWelcomeRouter } from './welcome';

/** The mini-org's Okta: its people and groups, and the sign-in. */
export class OktaService implements SandboxService {
  readonly name = 'okta';
  readonly title = 'Okta';
  readonly description =
    'Users, groups, lifecycle, system log, and sign-in with OpenID Connect. Simulated: nobody has a password.';
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

  constructor(kit: Kit, world: World, options = DEFAULT_OKTA) {
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

    const accounts = new Accounts({
      users,
      links: new OneTimeLinks(store, clock),
      log,
      mailer: new Mailer(kit),
      baseUrl,
      endSessions(userId, { tokens: withTokens }) {
        sessions.endOfUser(userId);
        if (withTokens) grants.revokeOfUser(userId);
      },
    });
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
        accounts,
        rateLimit: new RateLimit(options.rateLimit),
      }),
    );
    this.router.use(createWelcomeRouter(accounts, world));
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
          accounts,
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
