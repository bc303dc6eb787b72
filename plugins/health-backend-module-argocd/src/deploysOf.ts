import type { Application } from '@portico/plugin-argocd-node';
import type { Deploy } from '@portico/plugin-health-common';

/** What Argo CD brought where, newest first. Its history keeps ten entries unless configured otherwise. */
export function deploysOf(
  application: Application,
  place: { environment: string; url: string },
): Deploy[] {
  const { history = [], summary } = application.status ?? {};
  return history
    .map((entry, index) => ({
      at: new Date(entry.deployedAt).toISOString(),
      revision: short(entry.revision || entry.revisions?.[0] || ''),
      // The images are those of now: of the newest entry.
      ...(index === history.length - 1 && version(summary?.images?.[0])),
      ...place,
    }))
    .reverse();
}

function short(revision: string): string {
  return /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision;
}

function version(image?: string): { version: string } | undefined {
  const tag = image?.match(/:([\w][\w.-]*)$/)?.[1];
  return tag ? { version: tag } : undefined;
}
