import { NotFoundError } from '@backstage/errors';
import type {
  Approval,
  ApprovalCounts,
  ApprovalList,
  ApprovalListQuery,
  ApprovalSummary,
} from '@portico/plugin-approvals-common';
import type { Directory } from '../directory/Directory';
import { rememberDirectory } from '../directory/rememberDirectory';
import type { Eligibility } from '../eligibility/Eligibility';
import type { ApprovalFilter, ApprovalSearch } from '../store/ApprovalSearch';
import type { ApprovalStore, DecidedApproval } from '../store/ApprovalStore';
import type { StoredApproval } from '../store/StoredApproval';
import { presentApproval, presentSummary } from './presentApproval';
import type { Viewer } from './Viewer';

const DEFAULT_LIMIT = 25;
/** More than anybody will ever have to decide at once. */
const MOST_WAITING = 500;

/** Shows approvals to those who may see them. */
export class ApprovalReader {
  readonly #store: ApprovalStore;
  readonly #search: ApprovalSearch;
  readonly #directory: Directory;
  readonly #eligibility: Eligibility;
  readonly #now: () => Date;

  constructor(options: {
    store: ApprovalStore;
    search: ApprovalSearch;
    directory: Directory;
    eligibility: Eligibility;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#search = options.search;
    this.#directory = options.directory;
    this.#eligibility = options.eligibility;
    this.#now = options.now;
  }

  /** @throws NotFoundError also if it is not the viewer's to know */
  async get(id: string, viewer: Viewer): Promise<Approval> {
    return this.present(await this.#store.get(id), viewer);
  }

  /** @throws NotFoundError if the viewer may not see it */
  async present(decided: DecidedApproval, viewer: Viewer): Promise<Approval> {
    const { approval, decisions } = decided;
    const directory = rememberDirectory(this.#directory);
    const resolved = await this.#eligibility.resolve(decided, { directory });
    const concerned = new Set([
      approval.requestedBy,
      approval.owner,
      ...resolved.flatMap(({ deciders, eligible, stored }) => [
        ...deciders,
        ...eligible,
        ...(stored.escalatedTo ?? []),
      ]),
      ...decisions.flatMap(({ person, onBehalfOf }) => [
        person,
        ...(onBehalfOf ? [onBehalfOf] : []),
      ]),
    ]);
    const owners = (await directory.entity(approval.entityRef))?.owners ?? [];
    if (
      !viewer.mayReadAll &&
      !viewer.refs.some(ref => concerned.has(ref) || owners.includes(ref))
    ) {
      throw new NotFoundError(`There is no approval ${approval.id}.`);
    }
    const history = await this.#store.history(approval.chainId);
    const [people, names] = await Promise.all([
      directory.people([approval.requestedBy]),
      directory.names([
        ...concerned,
        ...history.flatMap(({ who }) => who ?? []),
        approval.entityRef,
        ...(approval.templateRef ? [approval.templateRef] : []),
      ]),
    ]);
    const requesterTeam = people.get(approval.requestedBy)?.team;
    return presentApproval({
      decided,
      resolved,
      viewer,
      history,
      names: {
        ...names,
        ...(requesterTeam ? await directory.names([requesterTeam]) : {}),
      },
      requesterTeam,
      showsEntityCost: await showsEntityCost(approval, viewer),
      now: this.#now(),
    });
  }

  async list(query: ApprovalListQuery, viewer: Viewer): Promise<ApprovalList> {
    const { view = 'all', offset = 0, limit = DEFAULT_LIMIT } = query;
    const { items, total } =
      view === 'mine'
        ? await this.#mine(query, viewer, { offset, limit })
        : await this.#page(query, viewer, { offset, limit });
    return {
      items,
      total,
      offset,
      limit,
      names: await this.#directory.names(
        items.flatMap(item => [item.requestedBy, item.entityRef, item.owner]),
      ),
      asOf: this.#now().toISOString(),
    };
  }

  async counts(viewer: Viewer): Promise<ApprovalCounts> {
    const { user } = viewer;
    if (!user) return { mine: 0, asked: 0 };
    const [mine, asked] = await Promise.all([
      this.#mine({}, viewer, { offset: 0, limit: 1 }),
      this.#search.search(
        { requestedBy: user, states: ['waiting'], now: this.#now() },
        { offset: 0, limit: 1 },
      ),
    ]);
    return { mine: mine.total, asked: asked.total };
  }

  async #page(
    query: ApprovalListQuery,
    viewer: Viewer,
    page: { offset: number; limit: number },
  ) {
    const filter: ApprovalFilter = {
      states: query.state,
      entityRef: query.entityRef,
      taskId: query.taskId,
      now: this.#now(),
      ...(query.view === 'asked' ? { requestedBy: viewer.user ?? '' } : {}),
      ...(viewer.mayReadAll
        ? {}
        : { visibleTo: { user: viewer.user ?? '', refs: viewer.refs } }),
    };
    const { items, total } = await this.#search.search(filter, page);
    return { items: await this.#summarise(items, viewer), total };
  }

  /** The database narrows it down; who may decide right now is looked up. */
  async #mine(
    query: ApprovalListQuery,
    viewer: Viewer,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<{ items: ApprovalSummary[]; total: number }> {
    const { items } = await this.#search.search(
      {
        decider: viewer.refs,
        states: ['waiting'],
        entityRef: query.entityRef,
        taskId: query.taskId,
        now: this.#now(),
      },
      { offset: 0, limit: MOST_WAITING },
    );
    const mine = (await this.#summarise(items, viewer)).filter(
      item => item.mine,
    );
    return { items: mine.slice(offset, offset + limit), total: mine.length };
  }

  async #summarise(
    items: StoredApproval[],
    viewer: Viewer,
  ): Promise<ApprovalSummary[]> {
    const directory = rememberDirectory(this.#directory);
    const now = this.#now();
    return Promise.all(
      (await this.#store.withDecisions(items)).map(async decided =>
        presentSummary({
          decided,
          resolved: await this.#eligibility.resolve(decided, { directory }),
          viewer,
          now,
        }),
      ),
    );
  }
}

/** Asked only where there is something to show. */
async function showsEntityCost(
  { change, entityRef }: StoredApproval,
  viewer: Viewer,
): Promise<boolean> {
  return change.cost?.entityMonthlyAfter === undefined
    ? true
    : viewer.maySeeCostOf(entityRef);
}
