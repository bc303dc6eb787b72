import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Look } from '../Look';

/** What the sums of an entity are of, as far as its reader may see it. */
export interface Target {
  entityRef: string;
  title: string;
  /** References of what is added up. */
  covers: string[];
  /** How much of what belongs to it they may not see; that is in no sum. */
  hidden: number;
  /** Numbers of what is added up. */
  subjects: number[];
  /** Reference of a resource: what others pay for by way of it is shown as its cost. */
  via?: string;
}

const PAYS = ['component', 'resource'];

/**
 * @throws NotFoundError for what is not in the catalog
 * @throws NotAllowedError where nothing of it is theirs to see
 */
export function targetOf(look: Look, entityRef: string): Target {
  const target = findTarget(look, entityRef);
  if (target) return target;
  if (!look.catalog.byRef.has(entityRef)) {
    throw new NotFoundError(
      `There is no cost of ${entityRef}: it is not in the catalog.`,
    );
  }
  throw new NotAllowedError(
    `What ${entityRef} costs is shown to those who own it or its system, to finance and to the platform team.`,
  );
}

/** Undefined where it is not in the catalog, or nothing of it is theirs to see. */
export function findTarget(
  { catalog, dictionary, seen }: Look,
  entityRef: string,
): Target | undefined {
  const entity = catalog.byRef.get(entityRef);
  if (!entity) return undefined;
  const all = catalog
    .covers(entityRef)
    .filter(
      ref =>
        ref === entityRef ||
        dictionary.subjects.has(ref) ||
        PAYS.includes(catalog.byRef.get(ref)?.kind ?? ''),
    );
  const covers = all.filter(ref => seen.may(ref));
  if (covers.length === 0) return undefined;
  return {
    entityRef,
    title: entity.title,
    covers,
    hidden: all.filter(
      ref =>
        !seen.may(ref) &&
        (dictionary.subjects.has(ref) ||
          PAYS.includes(catalog.byRef.get(ref)?.kind ?? '')),
    ).length,
    subjects: covers.flatMap(ref => dictionary.subjects.get(ref) ?? []),
    ...(entity.kind === 'resource' && { via: entityRef }),
  };
}

/** Whether they may see all that belongs to an entity, and so what speaks of its whole: its budget and alerts. */
export function isWhole(look: Look, entityRef: string): boolean {
  if (look.seen.all) return true;
  return look.catalog.covers(entityRef).every(ref => look.seen.may(ref));
}
