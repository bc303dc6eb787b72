import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ApprovalRequest } from '@portico/plugin-approvals-node';
import { randomUUID } from 'node:crypto';
import type { ApprovalsConfig } from '../config/ApprovalsConfig';
import type { EntityCosts } from '../cost/EntityCosts';
import { withEntityCost } from '../cost/withEntityCost';
import { groupRef } from '../config/entityRefs';
import type { Directory } from '../directory/Directory';
import type {
  Eligibility,
  ResolvedRequirement,
} from '../eligibility/Eligibility';
import { evaluateRules } from '../rules/evaluateRules';
import type { NewApproval, StoredRequirement } from '../store/StoredApproval';

const HOUR_MS = 3_600_000;

/** What would be asked, of whom. */
export interface Draft {
  /** `undefined`: nobody has to be asked. */
  approval?: NewApproval;
  resolved: ResolvedRequirement[];
  owners: string[];
  because: string;
  /** Titles of the requirements that nobody but the requester could have filled. */
  stranded: string[];
}

/** Turns a request into an approval by the rules, without writing anything. */
export class RequestDrafter {
  readonly #config: ApprovalsConfig;
  readonly #costs: EntityCosts;
  readonly #directory: Directory;
  readonly #eligibility: Eligibility;
  readonly #now: () => Date;

  constructor(options: {
    config: ApprovalsConfig;
    costs: EntityCosts;
    directory: Directory;
    eligibility: Eligibility;
    now: () => Date;
  }) {
    this.#config = options.config;
    this.#costs = options.costs;
    this.#directory = options.directory;
    this.#eligibility = options.eligibility;
    this.#now = options.now;
  }

  /** @throws InputError if somebody has to be asked and nobody owns the entity */
  async draft(
    request: ApprovalRequest,
    chain?: { chainId: string; supersedes: string },
  ): Promise<Draft> {
    const entity = await this.#directory.entity(request.entityRef);
    const entityKind =
      entity?.kind ?? parseEntityRef(request.entityRef).kind.toLowerCase();
    const owners = ownersOf(request, entity?.owners ?? [], entityKind);
    const owner = owners[0] ?? '';
    const change = withEntityCost(
      request.change,
      entity?.budget,
      request.change.cost && (await this.#costs.of(request.entityRef)),
    );
    const verdict = evaluateRules(this.#config, {
      change,
      environment: request.environment,
      templateRef: request.templateRef,
      entityKind,
      tier: entity?.tier ?? 'standard',
      owner,
      tags: entity?.tags ?? [],
    });
    const { because } = verdict;
    if (!verdict.requirements.length)
      return { resolved: [], owners, because, stranded: [] };
    if (!owner) {
      throw new InputError(
        `Nobody is known to own ${request.entityRef}, so nobody can be asked. Give 'owner', e.g. group:default/commerce.`,
      );
    }

    const now = this.#now();
    const id = randomUUID();
    const hours = Math.min(
      verdict.expiresInHours,
      request.expiresInHours ?? Infinity,
    );
    const approval: NewApproval = {
      id,
      chainId: chain?.chainId ?? id,
      supersedes: chain?.supersedes,
      title: request.title,
      reason: request.reason,
      requestedBy: request.requestedBy,
      requestedAt: now,
      expiresAt: new Date(now.getTime() + hours * HOUR_MS),
      state: 'waiting',
      taskId: request.taskId,
      stepId: request.stepId,
      templateRef: request.templateRef,
      templateTitle: request.templateTitle,
      entityRef: request.entityRef,
      owner,
      environment: request.environment,
      tier: entity?.tier,
      change,
      requirements: verdict.requirements,
    };
    return { owners, because, ...(await this.#staff(approval)) };
  }

  /** Where nobody but the requester could decide, those to whom it would be escalated decide from the start. */
  async #staff(approval: NewApproval) {
    const resolve = (draft: NewApproval) =>
      this.#eligibility.resolve({
        approval: { ...draft, number: 0, version: 0, released: false },
        decisions: [],
      });
    const resolved = await resolve(approval);
    const stranded = resolved.filter(({ eligible }) => !eligible.length);
    const { escalation } = this.#config;
    if (!stranded.length) return { approval, resolved, stranded: [] };
    const requirements = approval.requirements.map(
      (requirement): StoredRequirement =>
        escalation && stranded.some(({ stored }) => stored === requirement)
          ? {
              ...requirement,
              escalatedTo: escalation.to,
              escalationDecides: true,
            }
          : requirement,
    );
    const staffed = { ...approval, requirements };
    return {
      approval: staffed,
      resolved: await resolve(staffed),
      stranded: stranded.map(({ stored }) => stored.title),
    };
  }
}

/** What the catalog says comes first; people and groups are their own. */
function ownersOf(
  { entityRef, owner }: ApprovalRequest,
  known: string[],
  kind: string,
): string[] {
  if (known.length) return known;
  if (owner) return [groupRef(owner)];
  return ['user', 'group'].includes(kind) ? [entityRef] : [];
}
