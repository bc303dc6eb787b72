import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { askPlugin, type PluginAccess } from '@portico/plugin-flows-node';
import type { ChangeQuery } from './Change';

const TIMEOUT_MS = 15_000;

/**
 * Asks another plugin what it knows of an entity in some time, with the plugin's own rights.
 *
 * @param ask.path of its route, before the entity, and after it
 * @returns undefined where there is no such plugin, or it knows nothing of that entity
 */
export async function askOfEntity<T>(
  access: PluginAccess,
  ask: {
    pluginId: string;
    path: [before: string, after: string];
    entityRef: string;
  },
  { from, to }: Pick<ChangeQuery, 'from' | 'to'>,
): Promise<T | undefined> {
  const { kind, namespace, name } = parseEntityRef(ask.entityRef);
  const [before, after] = ask.path;
  const query = new URLSearchParams({
    from: from.toISOString(),
    to: to.toISOString(),
  });
  const response = await askPlugin(access, {
    pluginId: ask.pluginId,
    path: `${before}/${kind}/${namespace}/${name}${after}?${query}`,
    timeoutMs: TIMEOUT_MS,
  });
  if (response.status === 404) return undefined;
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return (await response.json()) as T;
}
