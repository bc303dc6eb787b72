import type { Kit } from '../../../kit';
import type { ProvisioningSource } from '../../okta';
import type { ScimClient } from './ScimClient';
import type { ScimOptions } from './ScimOptions';

/** Lets what changes in Okta arrive in AWS after a while, as SCIM does. */
export class Provisioning {
  readonly #kit: Kit;
  readonly #client: ScimClient;
  readonly #source: ProvisioningSource | undefined;
  readonly #options: ScimOptions;
  #unsubscribe?: () => void;

  constructor(deps: {
    kit: Kit;
    client: ScimClient;
    /** Okta's directory; none where there is no Okta. */
    source: ProvisioningSource | undefined;
    options: ScimOptions;
  }) {
    this.#kit = deps.kit;
    this.#client = deps.client;
    this.#source = deps.source;
    this.#options = deps.options;
  }

  /** Listens, and takes up what changed before it did: also what was on its way when the sandbox was stopped. */
  start(): void {
    const source = this.#source;
    // Okta has no users before it is started for the first time: nothing to compare with.
    if (!source || !this.#options.enabled) return;
    this.#unsubscribe = source.onChange(({ kind, id }) =>
      this.#later(`${kind} ${id}`, () =>
        kind === 'user'
          ? this.#client.pushUser(source, id)
          : this.#client.pushGroup(source, id),
      ),
    );
    if (source.users().length > 0) {
      this.#later('everything', () => this.#client.pushAll(source));
    }
  }

  stop(): void {
    this.#unsubscribe?.();
  }

  #later(what: string, push: () => void) {
    this.#kit.clock.after(this.#options.delaySeconds * 1000, () =>
      this.#kit.background(`aws: provisioning of ${what} from Okta`, async () =>
        push(),
      ),
    );
  }
}
