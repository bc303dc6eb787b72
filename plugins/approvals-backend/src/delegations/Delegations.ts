import { InputError, NotFoundError } from '@backstage/errors';
import type {
  DelegateBody,
  Delegation,
  DelegationList,
} from '@portico/plugin-approvals-common';
import { randomUUID } from 'node:crypto';
import type { ApprovalRule } from '../config/ApprovalsConfig';
import { userRef } from '../config/entityRefs';
import type { Directory } from '../directory/Directory';
import type { DelegationStore, StoredDelegation } from './DelegationStore';

const MOST_DAYS = 90;
const DAY_MS = 86_400_000;

/** Absences: who decides meanwhile. */
export class Delegations {
  readonly #store: DelegationStore;
  readonly #directory: Directory;
  readonly #rules: ApprovalRule[];
  readonly #now: () => Date;

  constructor(options: {
    store: DelegationStore;
    directory: Directory;
    rules: ApprovalRule[];
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#directory = options.directory;
    this.#rules = options.rules;
    this.#now = options.now;
  }

  async list(person: string): Promise<DelegationList> {
    const all = (await this.#store.ofPerson(person, this.#now())).map(
      delegation => this.#present(delegation),
    );
    return {
      given: all.filter(({ from }) => from === person),
      received: all.filter(({ to }) => to === person),
      names: await this.#directory.names(
        all.flatMap(({ from, to }) => [from, to]),
      ),
    };
  }

  /** @throws InputError if the time makes no sense, or the other one does not have the right himself */
  async give(from: string, body: DelegateBody): Promise<Delegation> {
    const now = this.#now();
    const to = userRef(body.to);
    const startsAt = body.startsAt ? new Date(body.startsAt) : now;
    const endsAt = new Date(body.endsAt);
    if (to === from) throw new InputError('Name somebody else than yourself.');
    if (endsAt <= startsAt || endsAt <= now) {
      throw new InputError(
        'The absence has to end after it begins, and later than now.',
      );
    }
    if (endsAt.getTime() - now.getTime() > MOST_DAYS * DAY_MS) {
      throw new InputError(
        `An absence ends within ${MOST_DAYS} days; give a new one then.`,
      );
    }
    await this.#refuseWithoutRight(from, to);
    const delegation: StoredDelegation = {
      id: randomUUID(),
      from,
      to,
      startsAt,
      endsAt,
      note: body.note,
    };
    await this.#store.insert(delegation);
    return this.#present(delegation);
  }

  /** @throws NotFoundError if this person has given no such delegation */
  async end(id: string, from: string): Promise<void> {
    if (!(await this.#store.remove(id, from))) {
      throw new NotFoundError(`You have given no delegation ${id}.`);
    }
  }

  /** He has it in a group that both are in, or in one that rules let stand in. */
  async #refuseWithoutRight(from: string, to: string): Promise<void> {
    const [own, others] = await Promise.all([
      this.#directory.groupsOf(from),
      this.#directory.groupsOf(to),
    ]);
    const enough = new Set([
      ...own,
      ...this.#rules.flatMap(rule =>
        rule.requires.flatMap(({ delegates }) => delegates),
      ),
    ]);
    if (others.some(group => enough.has(group))) return;
    const names = await this.#directory.names([to]);
    throw new InputError(
      `${names[to]} can't decide for you: a delegate needs the right himself, as a member of one of your groups. A delegation gives none.`,
    );
  }

  #present(delegation: StoredDelegation): Delegation {
    const { startsAt, endsAt, ...rest } = delegation;
    return {
      ...rest,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      state: startsAt > this.#now() ? 'planned' : 'active',
    };
  }
}
