import type {
  DeployedChange,
  FailedDeployment,
  MissingCommits,
  SlowChange,
} from '@portico/plugin-delivery-common';
import type { Facts } from '../figures/Facts';
import type { ComponentFacts, Deployment } from '../store/types';

const AT_MOST = 10;
const MOST_REASONS = 3;
const MOST_CHANGES = 100;

const short = (revision: string) => revision.slice(0, 7);

/** The changes that took longest, one for each deployment. */
export function slowestOf(
  { leadTimes }: Facts,
  from: number,
  titles: Map<string, ComponentFacts>,
): SlowChange[] {
  const seen = new Set<number>();
  return leadTimes
    .filter(({ at }) => at > from)
    .sort((a, b) => b.seconds - a.seconds)
    .filter(({ deployment: { id } }) => !seen.has(id) && seen.add(id))
    .slice(0, AT_MOST)
    .map(({ change, deployment, seconds }) => ({
      entityRef: deployment.entityRef,
      title: titles.get(deployment.entityRef)!.title,
      revision: short(change.sha),
      message: change.message,
      ...(change.url && { url: change.url }),
      committedAt: change.committedAt,
      deployedAt: deployment.deployedAt,
      seconds,
    }));
}

/** Changes that reached production in that time, newest first. */
export function changesOf(
  { leadTimes }: Facts,
  { from, to }: { from: Date; to: Date },
): DeployedChange[] {
  return leadTimes
    .filter(({ at }) => at >= from.getTime() && at < to.getTime())
    .sort(
      (a, b) =>
        b.at - a.at || b.change.committedAt.localeCompare(a.change.committedAt),
    )
    .slice(0, MOST_CHANGES)
    .map(({ change, deployment }) => ({
      revision: change.sha,
      message: change.message,
      ...(change.url && { url: change.url }),
      committedAt: change.committedAt,
      deployedAt: deployment.deployedAt,
    }));
}

/** Newest first. */
export function failuresOf(
  { judged }: Facts,
  from: number,
  titles: Map<string, ComponentFacts>,
): FailedDeployment[] {
  return judged
    .filter(({ at }) => at > from)
    .sort((a, b) => b.at - a.at)
    .flatMap(({ deployment, failure }) =>
      failure
        ? [
            {
              entityRef: deployment.entityRef,
              title: titles.get(deployment.entityRef)!.title,
              revision: short(deployment.revision),
              deployedAt: deployment.deployedAt,
              url: deployment.url,
              ...failure,
            },
          ]
        : [],
    )
    .slice(0, AT_MOST);
}

/** Which deployments of the period lead time says nothing of. */
export function missingCommitsOf(
  deployments: Deployment[],
  from: number,
): MissingCommits {
  const own = deployments.filter(
    ({ kind, deployedAt }) =>
      kind === 'deploy' && Date.parse(deployedAt) > from,
  );
  const unknown = own.filter(({ commits }) => commits === 'unknown');
  return {
    of: own.length,
    pending: own.filter(({ commits }) => commits === 'pending').length,
    unknown: unknown.length,
    reasons: [
      ...new Set(unknown.flatMap(({ commitsReason }) => commitsReason ?? [])),
    ].slice(0, MOST_REASONS),
  };
}
