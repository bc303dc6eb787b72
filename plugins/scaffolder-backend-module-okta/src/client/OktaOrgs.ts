import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readOktaOrgs, type OktaOrg } from '../config/readOktaOrgs';
import { OktaAdmin } from './OktaAdmin';
import type { Patience } from './PatientExecutor';

/** The configured Okta organisations, and a client for each. */
export class OktaOrgs {
  static fromConfig(config: Config): OktaOrgs {
    return new OktaOrgs(readOktaOrgs(config));
  }

  readonly #orgs: readonly OktaOrg[];
  readonly #patience: Patience;

  constructor(orgs: readonly OktaOrg[], patience: Patience = {}) {
    this.#orgs = orgs;
    this.#patience = patience;
  }

  /**
   * A client for the organisation of that name, or for the default one, for as long as a step takes.
   *
   * @throws InputError that lists the names there are
   */
  admin(
    name: string | undefined,
    step: { logger: LoggerService; signal?: AbortSignal },
  ): OktaAdmin {
    const org = this.#orgs.find(candidate =>
      name === undefined ? candidate.isDefault : candidate.name === name,
    );
    if (!org) {
      throw new InputError(
        this.#orgs.length === 0
          ? 'No Okta is configured. Add okta.orgs with name, orgUrl and token to app-config.yaml.'
          : `No Okta is named '${name}'. There are: ${this.#orgs
              .map(one => one.name)
              .join(', ')}.`,
      );
    }
    return new OktaAdmin(org, {
      ...this.#patience,
      signal: step.signal,
      onRetry: message => step.logger.warn(message),
    });
  }
}
