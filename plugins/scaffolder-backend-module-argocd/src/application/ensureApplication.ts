import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type {
  Application,
  ArgocdClient,
  NewApplication,
} from '@portico/plugin-argocd-node';
import { findDifferences } from './findDifferences';
import {
  belongsTo,
  describeOwner,
  madeByTask,
  mark,
  type Owner,
} from './ownershipMark';

export interface EnsuredApplication {
  /** Whether this task made it, in this run or in one before a restart. */
  created: boolean;
  /** Whether something of it was changed. */
  changed: boolean;
}

/**
 * Makes the application, or brings the one that is there to what is wanted.
 *
 * @throws ConflictError if an application of that name belongs to someone else
 */
export async function ensureApplication(options: {
  client: ArgocdClient;
  wanted: NewApplication;
  owner: Owner;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<EnsuredApplication> {
  const { client, wanted, owner, logger, signal } = options;
  const { name } = wanted.metadata;
  const { project } = wanted.spec;
  const found = await client.find(name, { project, signal });
  if (!found) {
    await client.create(mark(wanted, owner), { signal });
    logger.info(
      `Application ${name}: not there, created in project ${wanted.spec.project} (marked portico/task=${owner.taskId})`,
    );
    return { created: true, changed: false };
  }
  refuseForeign(client, found, owner);
  const created = madeByTask(found, owner);
  const whose = created ? 'of this task' : `of ${owner.entityRef}`;
  const differences = listDifferences(wanted, found);
  if (differences.length === 0) {
    logger.info(`Application ${name}: already there (${whose}), as wanted`);
    return { created, changed: false };
  }
  await client.update(merge(wanted, found), { signal });
  logger.info(
    `Application ${name}: already there (${whose}), changed ${differences.join(
      ', ',
    )}`,
  );
  return { created, changed: true };
}

/** @throws ConflictError */
export function refuseForeign(
  client: ArgocdClient,
  found: Application,
  owner: Owner,
): void {
  if (found.metadata.deletionTimestamp) {
    throw new ConflictError(
      `The Argo CD application '${found.metadata.name}' on '${client.instance.name}' is being deleted. Run the step again when it is gone.`,
    );
  }
  if (!belongsTo(found, owner)) {
    throw new ConflictError(
      `An Argo CD application '${found.metadata.name}' exists on '${
        client.instance.name
      }', and ${describeOwner(found)}: choose another name. ${client.pageUrl(
        found,
      )}`,
    );
  }
}

function listDifferences(wanted: NewApplication, found: Application) {
  const { metadata } = found;
  return [
    ...findDifferences(wanted.spec, found.spec, 'spec'),
    ...missing(wanted.metadata.labels, metadata.labels, 'label'),
    ...missing(wanted.metadata.annotations, metadata.annotations, 'annotation'),
    ...(wanted.metadata.finalizers ?? [])
      .filter(finalizer => !metadata.finalizers?.includes(finalizer))
      .map(() => 'finalizer'),
  ];
}

/** Labels that others added stay: only those that are wanted and absent or different count. */
function missing(
  wanted: Record<string, string> = {},
  found: Record<string, string> = {},
  what: string,
) {
  return Object.keys(wanted)
    .filter(key => found[key] !== wanted[key])
    .map(key => `${what} ${key}`);
}

function merge(wanted: NewApplication, found: Application): NewApplication {
  const { metadata } = found;
  return {
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, ...wanted.metadata.labels },
      annotations: { ...metadata.annotations, ...wanted.metadata.annotations },
      finalizers: [
        ...new Set([
          ...(metadata.finalizers ?? []),
          ...(wanted.metadata.finalizers ?? []),
        ]),
      ],
    },
    spec: wanted.spec,
  };
}
