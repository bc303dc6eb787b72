import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  HealthVerdict,
  ResponseOffer,
  ResponseRequest,
  ResponseResult,
} from '@portico/plugin-health-common';
import type {
  HealthProvider,
  HealthResponder,
  HealthSubject,
  UncheckedOffer,
} from '@portico/plugin-health-node';
import type { Collector } from '../collect/Collector';
import type { HealthReader } from '../read/HealthReader';
import type { Visibility } from '../read/Visibility';
import { actorOf } from './actorOf';
import { rollBackOffer, ROLLBACK_TEMPLATE, runbookOffers } from './ownOffers';
import { missingPermission, PERMISSIONS } from './permissionOf';

const TIMEOUT_MS = 30_000;

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

interface Case {
  subject: HealthSubject;
  verdict: HealthVerdict;
  offers: { offer: UncheckedOffer; responder?: HealthResponder }[];
}

/** Ways out of an incident, for those who may take them. */
export class ResponseService {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #collector: Collector;
  readonly #logger: LoggerService;
  readonly #permissions: PermissionsService;
  readonly #providers: Map<string, HealthProvider>;
  readonly #reader: HealthReader;
  readonly #responders: Map<string, HealthResponder>;
  readonly #visibility: Visibility;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    collector: Collector;
    logger: LoggerService;
    permissions: PermissionsService;
    providers: Map<string, HealthProvider>;
    reader: HealthReader;
    responders: Map<string, HealthResponder>;
    visibility: Visibility;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#collector = options.collector;
    this.#logger = options.logger;
    this.#permissions = options.permissions;
    this.#providers = options.providers;
    this.#reader = options.reader;
    this.#responders = options.responders;
    this.#visibility = options.visibility;
  }

  /** @throws NotFoundError for what the caller may not see */
  async offers(
    ref: string,
    credentials: UserCredentials,
  ): Promise<ResponseOffer[]> {
    const { subject, offers } = await this.#open(ref, credentials);
    return Promise.all(
      offers.map(async ({ offer }) => ({
        ...offer,
        ...(await this.#mayTake(offer, subject, credentials)),
      })),
    );
  }

  /**
   * Takes one of the offers, then asks its source again, so that pages show what it brought.
   *
   * @throws ConflictError if the offer does not stand any more
   * @throws NotAllowedError without its permission
   */
  async respond(
    ref: string,
    request: ResponseRequest,
    credentials: UserCredentials,
  ): Promise<ResponseResult> {
    const { subject, verdict, offers } = await this.#open(ref, credentials);
    const found = offers.find(({ offer }) => offer.id === request.id);
    if (!found?.responder) {
      throw new ConflictError(
        `'${request.id}' can't be done for ${subject.entityRef} now: what it answers to may be over. Reload, and see what is offered.`,
      );
    }
    const { offer, responder } = found;
    const { allowed, reason } = await this.#mayTake(
      offer,
      subject,
      credentials,
    );
    if (!allowed) throw new NotAllowedError(reason);
    const result = await responder.respond(subject, offer, request, {
      actor: await actorOf(credentials, this.#catalog, this.#auth),
      verdict,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await this.#askAgain(responder.id);
    return result;
  }

  async #open(ref: string, credentials: UserCredentials): Promise<Case> {
    const entity = await this.#visibility.entity(ref, credentials);
    const entityRef = stringifyEntityRef(entity);
    const subject = { entityRef, entity };
    const verdict = await this.#reader.fullVerdict(entityRef, credentials);
    return {
      subject,
      verdict,
      offers: [
        ...rollBackOffer(subject, verdict).map(offer => ({ offer })),
        ...[...this.#responders.values()].flatMap(responder =>
          responder
            .offers(subject, verdict)
            .map(offer => ({ offer, responder })),
        ),
        ...runbookOffers(subject).map(offer => ({ offer })),
      ],
    };
  }

  async #mayTake(
    offer: UncheckedOffer,
    { entityRef }: HealthSubject,
    credentials: UserCredentials,
  ): Promise<Pick<ResponseOffer, 'allowed' | 'reason'>> {
    if (offer.kind === 'runbook') return { allowed: true };
    if (offer.kind === 'roll-back') {
      // Templates are shown to those who may run them.
      const template = await this.#catalog.getEntityByRef(ROLLBACK_TEMPLATE, {
        credentials,
      });
      return template
        ? { allowed: true }
        : { allowed: false, reason: 'Engineers roll back what they own.' };
    }
    const permission = PERMISSIONS[offer.kind];
    const [{ result }] = await this.#permissions.authorize(
      [{ permission, resourceRef: entityRef }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW
      ? { allowed: true }
      : { allowed: false, reason: missingPermission(offer.kind, entityRef) };
  }

  /** The response has had its effect: that the page shows it later is no failure of it. */
  async #askAgain(providerId: string): Promise<void> {
    const provider = this.#providers.get(providerId);
    if (!provider) return;
    try {
      await this.#collector.collect(provider, { force: true });
    } catch (error) {
      this.#logger.warn(
        `${provider.title} could not be asked again after a response; its next collection shows it: ${error}`,
      );
    }
  }
}
