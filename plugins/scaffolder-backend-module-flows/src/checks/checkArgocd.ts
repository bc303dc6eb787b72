import { InputError } from '@backstage/errors';
import type { ArgocdInstances } from '@portico/plugin-argocd-node';

/** A label that no application carries: the list is empty, and to read it takes a valid token. */
const NOTHING = 'portico/connection-check=none';

/** Whether each configured Argo CD answers and accepts its token. */
export async function checkArgocd(
  instances: ArgocdInstances,
  signal?: AbortSignal,
): Promise<string[]> {
  const all = instances.list();
  if (all.length === 0) {
    throw new InputError(
      'No Argo CD is configured: add one under argocd.instances.',
    );
  }
  return Promise.all(
    all.map(async ({ name }) => {
      await instances.client(name).list({ selector: NOTHING, signal });
      return `Argo CD '${name}' answers`;
    }),
  );
}
