import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { askPlugin, type PluginAccess } from '@portico/plugin-flows-node';
import type { Timeline } from '@portico/plugin-health-common';
import { dayText } from '../announce/words';
import type { Change, ChangeSource } from './Change';

const TIMEOUT_MS = 15_000;
/** Deployments that are told: of production, then the newest. */
const MOST = 2;
/** There is no health plugin, or the entity does not run. */
const NOTHING_TO_TELL = [404];

/** Deployments, as the timeline of health has them. */
export class HealthTimelineChanges implements ChangeSource {
  readonly #access: PluginAccess;

  constructor(access: PluginAccess) {
    this.#access = access;
  }

  async changes(
    entityRef: string,
    { from, to }: { from: Date; to: Date },
  ): Promise<Change[]> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const query = new URLSearchParams({
      from: from.toISOString(),
      to: to.toISOString(),
    });
    const response = await askPlugin(this.#access, {
      pluginId: 'health',
      path: `/timeline/${kind}/${namespace}/${name}?${query}`,
      timeoutMs: TIMEOUT_MS,
    });
    if (NOTHING_TO_TELL.includes(response.status)) return [];
    if (!response.ok) throw await ResponseError.fromResponse(response);
    const { events } = (await response.json()) as Timeline;
    return (
      events
        .filter(event => event.kind === 'deploy')
        // Those of production carry a mark.
        .sort((a, b) => Number(Boolean(b.mark)) - Number(Boolean(a.mark)))
        .slice(0, MOST)
        .map(({ at, title, detail, link }) => ({
          at,
          words: `${detail ? `${title} (${detail})` : title}, ${timeText(at)}.`,
          ...(link && { link: { title, url: link } }),
        }))
    );
  }
}

/** `12 Nov 08:14 UTC`. */
function timeText(at: string): string {
  const iso = new Date(at).toISOString();
  return `${dayText(iso.slice(0, 10))} ${iso.slice(11, 16)} UTC`;
}
