import { ResponseError } from '@backstage/errors';
import type {
  ApprovalList,
  ApprovalState,
} from '@portico/plugin-approvals-common';
import { askPlugin, type PluginAccess } from '@portico/plugin-flows-node';
import type { TimelineEvent } from '@portico/plugin-health-common';
import type {
  HealthSubject,
  HealthTimelineProvider,
} from '@portico/plugin-health-node';

const TIMEOUT_MS = 8000;
const MOST = 100;
/** There are no approvals, or none for the caller to see. */
const NOTHING_TO_TELL = [403, 404];

const WORDS: Partial<Record<ApprovalState, string>> = {
  waiting: 'waits',
};

/** Approvals that were asked for an entity, as far as the one who looks may see them. */
export class ApprovalsTimeline implements HealthTimelineProvider {
  readonly id = 'approvals';
  readonly title = 'Approvals';
  readonly #access: PluginAccess;

  constructor(access: PluginAccess) {
    this.#access = access;
  }

  appliesTo(): boolean {
    return true;
  }

  async events(
    { entityRef }: HealthSubject,
    { from, to, credentials }: Parameters<HealthTimelineProvider['events']>[1],
  ): Promise<TimelineEvent[]> {
    const query = new URLSearchParams({
      view: 'all',
      entityRef,
      limit: String(MOST),
    });
    const response = await askPlugin(this.#access, {
      pluginId: 'approvals',
      path: `/approvals?${query}`,
      credentials,
      timeoutMs: TIMEOUT_MS,
    });
    if (NOTHING_TO_TELL.includes(response.status)) return [];
    if (!response.ok) throw await ResponseError.fromResponse(response);
    const { items } = (await response.json()) as ApprovalList;
    return items
      .filter(({ requestedAt }) => {
        const at = Date.parse(requestedAt);
        return at >= from.getTime() && at <= to.getTime();
      })
      .map(({ id, requestedAt, title, state, agreed, needed }) => ({
        id: `approval:${id}`,
        at: requestedAt,
        kind: 'approval',
        title: `Approval asked: ${title}`,
        detail: `${WORDS[state] ?? state}, ${agreed} of ${needed} agreed`,
        link: `/approvals/${id}`,
      }));
  }
}
