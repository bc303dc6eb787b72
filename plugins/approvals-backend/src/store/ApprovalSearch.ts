import type { ApprovalState } from '@portico/plugin-approvals-common';
import type { Knex } from 'knex';
import { toApproval, type ApprovalRow } from './approvalRows';
import type { StoredApproval } from './StoredApproval';

/** What to look for. */
export interface ApprovalFilter {
  /** Only what these groups and this user asked, decide or own; absent: everything. */
  visibleTo?: { user: string; refs: string[] };
  /** Only what somebody asked. */
  requestedBy?: string;
  /** Only what one of these may decide. */
  decider?: string[];
  states?: ApprovalState[];
  entityRef?: string;
  taskId?: string;
  now: Date;
}

/** Finds approvals for lists. */
export class ApprovalSearch {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Waiting ones lead, those that expire first before the others; then the newest. */
  async search(
    filter: ApprovalFilter,
    page: { offset: number; limit: number },
  ): Promise<{ items: StoredApproval[]; total: number }> {
    const [{ total }] = await this.#where(filter).count({ total: '*' });
    const rows: ApprovalRow[] = await this.#where(filter)
      .orderByRaw(
        `case when state = 'waiting' and expires_at > ? then 0 else 1 end`,
        [filter.now],
      )
      .orderByRaw(`case when state = 'waiting' then expires_at end`)
      .orderBy('number', 'desc')
      .offset(page.offset)
      .limit(page.limit)
      .select();
    return { items: rows.map(toApproval), total: Number(total) };
  }

  #where(filter: ApprovalFilter): Knex.QueryBuilder {
    const { visibleTo, requestedBy, decider, states, entityRef, taskId, now } =
      filter;
    const query = this.#knex('approvals');
    if (requestedBy) query.where({ requested_by: requestedBy });
    if (entityRef) query.where({ entity_ref: entityRef });
    if (taskId) query.where({ task_id: taskId });
    if (decider) query.whereIn('id', this.#decidedBy(decider));
    if (states) query.where(any => states.forEach(s => inState(any, s, now)));
    if (visibleTo) {
      query.where(any =>
        any
          .where({ requested_by: visibleTo.user })
          .orWhereIn('owner', visibleTo.refs)
          .orWhereIn('id', this.#decidedBy(visibleTo.refs))
          .orWhereIn(
            'id',
            this.#knex('approval_decisions')
              .where({ person: visibleTo.user })
              .select('approval_id'),
          ),
      );
    }
    return query;
  }

  #decidedBy(refs: string[]): Knex.QueryBuilder {
    return this.#knex('approval_deciders')
      .whereIn('ref', refs)
      .select('approval_id');
  }
}

/** What has run out counts as expired, also before the clock has come by to write it down. */
function inState(
  any: Knex.QueryBuilder,
  state: ApprovalState,
  now: Date,
): void {
  const open: ApprovalState[] = ['waiting', 'approved'];
  if (open.includes(state)) {
    any.orWhere(all => all.where({ state }).where('expires_at', '>', now));
  } else if (state === 'expired') {
    any
      .orWhere({ state })
      .orWhere(all =>
        all.whereIn('state', open).where('expires_at', '<=', now),
      );
  } else {
    any.orWhere({ state });
  }
}
