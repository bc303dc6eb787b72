import type { JsonObject } from '@backstage/types';

/*
 * The mark that lets a later run tell its own dashboard from someone else's. Grafana keeps what it does not know in a
 * dashboard's JSON; somebody who saves it in the browser may lose that, but not the tag.
 */
const MARK = '__portico';
/** Tag of what Portico made. */
const TAG = 'portico';

/** Who asks for a dashboard. */
export interface Owner {
  taskId: string;
  entityRef: string;
}

/** The dashboard with the mark of who makes it, and tagged with the entity's name, by which its page finds it. */
export function mark(
  spec: JsonObject,
  { taskId, entityRef }: Owner,
  name: string,
): JsonObject {
  const tags = new Set([...tagsOf(spec), name, TAG]);
  return { ...spec, tags: [...tags], [MARK]: { entityRef, taskId } };
}

/** Whether this very task made it. */
export function madeByTask(
  spec: JsonObject,
  { taskId }: { taskId: string },
): boolean {
  return markOf(spec).taskId === taskId;
}

/** Whether it may be changed on behalf of `owner`: it is marked as theirs, or lost its mark and has their uid and the tag. */
export function belongsTo(spec: JsonObject, { entityRef }: Owner): boolean {
  const marked = markOf(spec).entityRef;
  if (marked === undefined) return tagsOf(spec).includes(TAG);
  return (
    String(marked).toLocaleLowerCase('en-US') ===
    entityRef.toLocaleLowerCase('en-US')
  );
}

/** Who it belongs to instead, for the error. */
export function describeOwner(spec: JsonObject): string {
  const { entityRef } = markOf(spec);
  return entityRef ? `it belongs to ${entityRef}` : 'Portico did not make it';
}

/** The mark that a dashboard has, for another version of it. */
export function keepMark(found: JsonObject, wanted: JsonObject): JsonObject {
  return found[MARK] ? { ...wanted, [MARK]: found[MARK] } : wanted;
}

function markOf(spec: JsonObject): JsonObject {
  const found = spec[MARK];
  return found && typeof found === 'object' && !Array.isArray(found)
    ? (found as JsonObject)
    : {};
}

function tagsOf({ tags }: JsonObject): string[] {
  return Array.isArray(tags) ? tags.map(String) : [];
}
