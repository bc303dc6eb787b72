import type { DeployedChange } from '@portico/plugin-delivery-common';
import type { PluginAccess } from '@portico/plugin-flows-node';
import { momentText } from '../announce/words';
import { askOfEntity } from './askOfEntity';
import type { Change, ChangeQuery, ChangeSource } from './Change';

/** Changes that are told where none of them speaks of what grew. */
const MOST = 2;

/** Commits that reached production, as the delivery plugin knows them. */
export class DeliveryChanges implements ChangeSource {
  readonly #access: PluginAccess;

  constructor(access: PluginAccess) {
    this.#access = access;
  }

  async changes(entityRef: string, query: ChangeQuery): Promise<Change[]> {
    const answer = await askOfEntity<{ items: DeployedChange[] }>(
      this.#access,
      { pluginId: 'delivery', path: ['/entities', '/changes'], entityRef },
      query,
    );
    const items = answer?.items ?? [];
    const named = items.filter(({ message }) =>
      query.names.some(name => message.includes(name)),
    );
    return named.length > 0
      ? named.slice(0, MOST).map(it => changeOf('Likely since', it))
      : items.slice(0, MOST).map(it => changeOf('At that time:', it));
  }
}

function changeOf(
  lead: string,
  { revision, message, url, committedAt, deployedAt }: DeployedChange,
): Change {
  const short = revision.slice(0, 7);
  return {
    at: deployedAt,
    words: `${lead} “${message}” (${short}), committed ${momentText(
      committedAt,
    )}, deployed ${momentText(deployedAt)}.`,
    ...(url && { link: { title: short, url } }),
  };
}
