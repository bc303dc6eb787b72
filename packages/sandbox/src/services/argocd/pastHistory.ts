import { pastDeliveries, type Component } from '../../world';
import type { GitRepositories } from '../github/git/GitRepositories';
import type { ApplicationSource, HistoryEntry } from './types';

/** What was deployed before the deployment that runs now, with the commits that brought it. */
export async function pastHistory(
  git: GitRepositories,
  component: Component,
  options: { repository: string; source: ApplicationSource; now: Date },
): Promise<HistoryEntry[]> {
  const { repository, source, now } = options;
  const deliveries = pastDeliveries(component, now);
  const entries: HistoryEntry[] = [];
  let back = 0;
  // From the newest, whose commit is the newest, back to the first.
  for (const [index, delivery] of [...deliveries.entries()].reverse()) {
    const revision = await git.resolve(repository, `HEAD~${back}`);
    back += delivery.changes.length + 1;
    if (!revision || index === deliveries.length - 1) continue;
    entries.unshift({
      id: index,
      revision,
      deployStartedAt: stamp(delivery.deployedAt.getTime() - 5_000),
      deployedAt: stamp(delivery.deployedAt.getTime()),
      source,
      initiatedBy: { automated: true },
    });
  }
  return entries;
}

function stamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
