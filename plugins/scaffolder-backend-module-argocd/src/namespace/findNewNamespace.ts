import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { NewApplication } from '@portico/plugin-argocd-node';
import type { Namespaces } from './Namespaces';

/**
 * The namespace that Argo CD will have to make for this application; `undefined` if it is there, is
 * not to be made, or the portal has no access to the cluster. What the first look found is kept, so
 * that a task that goes on after a restart knows it still.
 */
export async function findNewNamespace(
  ctx: Pick<ActionContext<JsonObject>, 'checkpoint' | 'logger' | 'signal'>,
  namespaces: Namespaces,
  application: NewApplication,
): Promise<{ cluster: string; name: string } | undefined> {
  const { destination, syncPolicy } = application.spec;
  const { namespace: name } = destination;
  const cluster = namespaces.clusterOf(destination);
  const isMade = syncPolicy?.syncOptions?.includes('CreateNamespace=true');
  if (!isMade || !name || !cluster) return undefined;
  const { isNew } = await ctx.checkpoint({
    key: `argocd.namespace.${cluster}.${name}`,
    fn: async () => {
      try {
        return { isNew: !(await namespaces.exists(cluster, name, ctx.signal)) };
      } catch (error) {
        ctx.signal?.throwIfAborted();
        ctx.logger.warn(
          `Whether namespace ${name} exists is not known, so it stays if this task fails: ${
            (error as Error).message
          }`,
        );
        return { isNew: false };
      }
    },
  });
  return isNew ? { cluster, name } : undefined;
}
