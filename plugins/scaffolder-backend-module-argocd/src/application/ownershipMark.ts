import type { Application, NewApplication } from '@portico/plugin-argocd-node';

/*
 * The mark that lets a later run tell its own application from someone else's. The ids stand in
 * annotations, because an entity reference has characters that a label may not have.
 */
const MANAGED_BY = 'app.kubernetes.io/managed-by';
const TASK = 'portico/task';
const ENTITY = 'portico/entity';

/** Whether a label or annotation is part of the mark, which the input may not set. */
export function isMark(key: string): boolean {
  return [TASK, ENTITY, MANAGED_BY].includes(key);
}

/** Who asks for an application. */
export interface Owner {
  taskId: string;
  entityRef?: string;
}

/** The application with the mark of who makes it. */
export function mark(application: NewApplication, owner: Owner) {
  const { metadata, spec } = application;
  return {
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, [MANAGED_BY]: 'portico' },
      annotations: {
        ...metadata.annotations,
        [TASK]: owner.taskId,
        ...(owner.entityRef ? { [ENTITY]: owner.entityRef } : {}),
      },
    },
    spec,
  } satisfies NewApplication;
}

/** Whether this very task made it. */
export function madeByTask(application: Application, owner: Owner): boolean {
  return application.metadata.annotations?.[TASK] === owner.taskId;
}

/** Whether it may be changed on behalf of `owner`: this task made it, or it belongs to the same entity. */
export function belongsTo(application: Application, owner: Owner): boolean {
  const entity = application.metadata.annotations?.[ENTITY];
  return (
    madeByTask(application, owner) ||
    (owner.entityRef !== undefined &&
      entity?.toLocaleLowerCase('en-US') ===
        owner.entityRef.toLocaleLowerCase('en-US'))
  );
}

/** Who it belongs to instead, for the error. */
export function describeOwner(application: Application): string {
  const { annotations = {} } = application.metadata;
  if (annotations[ENTITY]) return `it belongs to ${annotations[ENTITY]}`;
  if (annotations[TASK]) return `task ${annotations[TASK]} made it`;
  return 'it was not made by Portico';
}
