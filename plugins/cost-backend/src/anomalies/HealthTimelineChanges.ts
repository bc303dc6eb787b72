import type { PluginAccess } from '@portico/plugin-flows-node';
import type { Timeline } from '@portico/plugin-health-common';
import { momentText } from '../announce/words';
import { askOfEntity } from './askOfEntity';
import type { Change, ChangeQuery, ChangeSource } from './Change';

/** Deployments that are told: of production, then the newest. */
const MOST = 2;

/** Deployments, as the timeline of health has them. */
export class HealthTimelineChanges implements ChangeSource {
  readonly #access: PluginAccess;

  constructor(access: PluginAccess) {
    this.#access = access;
  }

  async changes(entityRef: string, query: ChangeQuery): Promise<Change[]> {
    const timeline = await askOfEntity<Timeline>(
      this.#access,
      { pluginId: 'health', path: ['/timeline', ''], entityRef },
      query,
    );
    return (
      (timeline?.events ?? [])
        .filter(event => event.kind === 'deploy')
        // Those of production carry a mark.
        .sort((a, b) => Number(Boolean(b.mark)) - Number(Boolean(a.mark)))
        .slice(0, MOST)
        .map(({ at, title, detail, link }) => ({
          at,
          words: `At that time: ${
            detail ? `${title} (${detail})` : title
          }, ${momentText(at)}.`,
          ...(link && { link: { title, url: link } }),
        }))
    );
  }
}
