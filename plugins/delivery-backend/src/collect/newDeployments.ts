import type { Deployment, NewDeployment } from '../store/types';

/** One entry of an application's history. */
export interface Entry {
  revision: string;
  /** ISO 8601. */
  deployedAt: string;
}

type Known = Pick<Deployment, 'application' | 'revision' | 'deployedAt'>;

/**
 * The deployments of one component that are not known yet, with what each of them is.
 *
 * @param history of one application, oldest first
 * @param known of the component, of all its applications, oldest first
 * @param commitsReason why no commits can be told, if so
 */
export function newDeployments(
  history: Entry[],
  known: Known[],
  place: Pick<
    NewDeployment,
    'entityRef' | 'application' | 'repositoryUrl' | 'url'
  > & { commitsReason?: string },
): NewDeployment[] {
  const { commitsReason, ...common } = place;
  const own = known.filter(({ application }) => {
    return application === place.application;
  });
  const seen = new Set(own.map(keyOf));
  const ran = own.map(({ revision }) => revision);
  const elsewhere = new Set(
    known
      .filter(({ application }) => application !== place.application)
      .map(({ revision }) => revision),
  );
  const found: NewDeployment[] = [];
  for (const entry of history) {
    if (!entry.revision || seen.has(keyOf(entry))) continue;
    const previous = ran.at(-1);
    const kind = kindOf(entry.revision, ran, elsewhere);
    ran.push(entry.revision);
    const brings = kind === 'deploy' && previous !== undefined;
    const askable = commitsReason ? 'unknown' : 'pending';
    found.push({
      ...common,
      ...entry,
      kind,
      ...(previous && { previousRevision: previous }),
      commits: brings ? askable : 'none',
      ...(brings && commitsReason && { commitsReason }),
    });
  }
  return found;
}

/** A component that runs in two clusters is deployed once. */
function kindOf(revision: string, ran: string[], elsewhere: Set<string>) {
  if (ran.at(-1) === revision) return 'repeat';
  if (ran.includes(revision)) return 'rollback';
  return elsewhere.has(revision) ? 'repeat' : 'deploy';
}

function keyOf({ revision, deployedAt }: Entry): string {
  return `${deployedAt} ${revision}`;
}
