import type { DelegationStore } from '../delegations/DelegationStore';
import type { Directory } from '../directory/Directory';
import type { DecidedApproval } from '../store/ApprovalStore';
import type { StoredRequirement } from '../store/StoredApproval';
import { peopleWhoActed } from './peopleWhoActed';
import { whoIsLeft } from './whoIsLeft';

/** A requirement with who can fill it as things are now. */
export interface ResolvedRequirement {
  stored: StoredRequirement;
  /** Groups and users that hold the role now. */
  deciders: string[];
  /** Users who may still decide, while it is not met. */
  eligible: string[];
  /** Of these, who does so for somebody who is away: person → absent person. */
  standIns: Map<string, string>;
  /** Users who are away; they are not written to. */
  away: string[];
  /** Ids of the decisions made for it. */
  decidedBy: number[];
  /** How many have agreed. */
  agreed: number;
  met: boolean;
}

/**
 * Says who may decide, from the catalog and the absences as they are now. Never the requester, in no
 * role and for nobody; each person once, and in one role alone unless config allows more.
 */
export class Eligibility {
  readonly #directory: Directory;
  readonly #delegations: DelegationStore;
  readonly #onePersonMayFillSeveral: boolean;
  readonly #now: () => Date;

  constructor(options: {
    directory: Directory;
    delegations: DelegationStore;
    onePersonMayFillSeveral: boolean;
    now: () => Date;
  }) {
    this.#directory = options.directory;
    this.#delegations = options.delegations;
    this.#onePersonMayFillSeveral = options.onePersonMayFillSeveral;
    this.#now = options.now;
  }

  /** @param options.directory one that remembers, where many are resolved for one page */
  async resolve(
    { approval, decisions }: DecidedApproval,
    options: { directory?: Directory } = {},
  ): Promise<ResolvedRequirement[]> {
    const directory = options.directory ?? this.#directory;
    const owners = (await directory.entity(approval.entityRef))?.owners ?? [];
    const absences = await this.#delegations.active(this.#now());
    return Promise.all(
      approval.requirements.map(async stored => {
        const own = decisions.filter(
          ({ requirementId }) => requirementId === stored.id,
        );
        const deciders = decidersOf(stored, owners, approval.owner);
        const holders = await membersOf(directory, [
          ...deciders,
          ...((stored.escalationDecides && stored.escalatedTo) || []),
        ]);
        const delegates = stored.delegates.length
          ? await membersOf(directory, stored.delegates)
          : [];
        const agreed = own.filter(({ decision }) => decision === 'approve');
        return {
          stored,
          deciders,
          decidedBy: own.map(({ id }) => id),
          agreed: agreed.length,
          met: agreed.length >= stored.count,
          ...whoIsLeft({
            requester: approval.requestedBy,
            holders,
            delegates,
            absences,
            acted: peopleWhoActed(
              this.#onePersonMayFillSeveral ? own : decisions,
            ),
          }),
        };
      }),
    );
  }
}

function decidersOf(
  stored: StoredRequirement,
  owners: string[],
  fallback: string,
): string[] {
  if (!stored.owner) return stored.deciders;
  return owners.length ? owners : [fallback];
}

async function membersOf(
  directory: Directory,
  refs: string[],
): Promise<string[]> {
  const found = await directory.membersOf(refs);
  return [...new Set(refs.flatMap(ref => found.get(ref) ?? []))];
}
