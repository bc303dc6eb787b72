import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  billReadPermission,
  costReadPermission,
} from '@portico/plugin-cost-common';
import type { CostResource } from './resource';
import { costRules } from './rules';

const holds = createConditionAuthorizer(costRules);

/** What somebody may see. Every sum is made of this, and of nothing else. */
export interface Seen {
  /** Whether they may see the whole bill: what is nobody's, too. */
  all: boolean;
  /** Whether they may see what an entity costs. */
  may(entityRef: string): boolean;
}

/** Asks the policy what somebody may see. */
export class CostRights {
  readonly #permissions: PermissionsService;
  readonly #resources: () => Promise<ReadonlyMap<string, CostResource>>;

  constructor(options: {
    permissions: PermissionsService;
    /** All entities by reference, with whose they are. */
    resources: () => Promise<ReadonlyMap<string, CostResource>>;
  }) {
    this.#permissions = options.permissions;
    this.#resources = options.resources;
  }

  /** @throws NotAllowedError for whoever may see no costs at all */
  async of(credentials: BackstageCredentials): Promise<Seen> {
    const [read] = await this.#permissions.authorizeConditional(
      [{ permission: costReadPermission }],
      { credentials },
    );
    if (read.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(
        'Costs are shown to engineers (their own), to finance and to the platform team; none of your groups is among them. Ask the platform team for the permission cost.subject.read.',
      );
    }
    if (read.result === AuthorizeResult.ALLOW) {
      const [bill] = await this.#permissions.authorize(
        [{ permission: billReadPermission }],
        { credentials },
      );
      return {
        all: bill.result === AuthorizeResult.ALLOW,
        may: () => true,
      };
    }
    const resources = await this.#resources();
    const known = new Map<string, boolean>();
    const decide = (ref: string) => {
      const resource = resources.get(ref);
      return resource !== undefined && holds(read, resource);
    };
    return {
      all: false,
      may: ref => {
        const before = known.get(ref);
        if (before !== undefined) return before;
        const decided = decide(ref);
        known.set(ref, decided);
        return decided;
      },
    };
  }

  /** @throws NotAllowedError for whoever may not see the whole bill */
  async ofBill(credentials: BackstageCredentials): Promise<Seen> {
    const seen = await this.of(credentials);
    if (seen.all) return seen;
    throw new NotAllowedError(
      'The whole bill is shown to finance and the platform team. Ask them for the permission cost.bill.read; what your own teams cost is on the page Cost.',
    );
  }
}
