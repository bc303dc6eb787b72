import { NotFoundError } from '@backstage/errors';
import type { Deployment, EnvironmentState } from './Deployments';

/** A deployment that ran so long before the next one counts as healthy. */
export const SETTLED_SECONDS = 300;

/** A deployment with the image that it ran. */
export interface Release extends Deployment {
  tag: string;
}

/**
 * The latest deployment before the present one that was healthy and ran another image. Argo CD keeps
 * of its history only syncs that succeeded, and not whether what was synced became healthy; what
 * stayed for five minutes until the next deployment counts as that, since somebody who sees a broken
 * release replaces it sooner.
 *
 * @param tagAt the image tag that the overlay set at a revision; `undefined` where it set none
 * @throws NotFoundError that lists what was seen
 */
export async function findEarlierRelease(
  state: EnvironmentState,
  currentTag: string,
  tagAt: (revision: string) => Promise<string | undefined>,
): Promise<Release> {
  const seen: string[] = [];
  for (const deployment of state.history) {
    const tag = await tagAt(deployment.revision);
    if (tag === undefined || tag === currentTag) continue;
    if (deployment.lastedSeconds >= SETTLED_SECONDS) {
      return { ...deployment, tag };
    }
    seen.push(`${tag} (for ${deployment.lastedSeconds} s)`);
  }
  const others = seen.length > 0 ? seen.join(', ') : 'none';
  throw new NotFoundError(
    `Argo CD's history of ${
      state.name
    } holds no earlier release that stayed for ${
      SETTLED_SECONDS / 60
    } minutes; others than ${currentTag}: ${others}. Name the tag to go back to. See ${
      state.url
    }`,
  );
}
