import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  anomalyResolvePermission,
  billReadPermission,
  collectPermission,
  type AnomalyView,
} from '@portico/plugin-cost-common';
import type { CostRights } from '../rights/CostRights';
import { resourcesOf } from '../rights/resourcesOf';
import { costRules } from '../rights/rules';
import type { CostSubjects } from '../subjects/CostSubjects';
import type { AnomalyStore, StoredAnomaly } from './AnomalyStore';
import { anomalyView } from './anomalyView';

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

const holds = createConditionAuthorizer(costRules);

interface AnomalyResolverOptions {
  permissions: PermissionsService;
  rights: CostRights;
  store: AnomalyStore;
  subjects: CostSubjects;
  now: () => Date;
}

/** Lets people say of an anomaly that it is known, and why. */
export class AnomalyResolver {
  readonly #options: AnomalyResolverOptions;

  constructor(options: AnomalyResolverOptions) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError for what there is not, or the caller may not see
   * @throws NotAllowedError for what they may see and not answer
   * @throws ConflictError where somebody has answered before
   */
  async resolve(
    id: string,
    reason: string,
    credentials: UserCredentials,
  ): Promise<AnomalyView> {
    const { rights, store, now } = this.#options;
    const seen = await rights.of(credentials);
    const anomaly = await store.get(id);
    const visible =
      anomaly && (anomaly.entityRef ? seen.may(anomaly.entityRef) : seen.all);
    if (!visible) {
      throw new NotFoundError(
        `There is no anomaly '${id}', or it is not for you to see.`,
      );
    }
    await this.#check(anomaly, credentials);
    if (anomaly.resolved) {
      const { by, at } = anomaly.resolved;
      throw new ConflictError(
        `The anomaly of ${anomaly.detail.title} was answered by ${by} at ${at} already; reload the page to see why.`,
      );
    }
    const resolved = {
      by: credentials.principal.userEntityRef,
      at: now().toISOString(),
      reason,
    };
    await store.resolve(id, resolved);
    return anomalyView({ ...anomaly, resolved });
  }

  async #check(
    { entityRef, detail }: StoredAnomaly,
    credentials: UserCredentials,
  ): Promise<void> {
    const { permissions, subjects } = this.#options;
    if (entityRef === undefined) {
      const decisions = await permissions.authorize(
        [{ permission: billReadPermission }, { permission: collectPermission }],
        { credentials },
      );
      if (decisions.every(it => it.result === AuthorizeResult.ALLOW)) return;
      throw new NotAllowedError(
        'What is nobody’s is answered by the platform team: it takes the permissions cost.bill.read and cost.source.collect.',
      );
    }
    const [decision] = await permissions.authorizeConditional(
      [{ permission: anomalyResolvePermission }],
      { credentials },
    );
    const resource = resourcesOf(await subjects.catalog()).get(entityRef);
    const allowed =
      decision.result === AuthorizeResult.CONDITIONAL
        ? resource !== undefined && holds(decision, resource)
        : decision.result === AuthorizeResult.ALLOW;
    if (!allowed) {
      throw new NotAllowedError(
        `Anomalies of ${detail.title} are answered by its owners and by finance: it takes the permission cost.anomaly.resolve.`,
      );
    }
  }
}
