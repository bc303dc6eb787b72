import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import type { Application, ArgocdClient } from '@portico/plugin-argocd-node';
import { belongsTo, describeOwner, type Owner } from './ownershipMark';

/** Labels by which applications that Portico did not make say which service they deploy. */
const SERVICE_LABELS = ['app', 'app.kubernetes.io/name'];

/**
 * Lets an entity's own application be changed: one that Portico made for it, or one whose label names
 * it, as the annotation `argocd/app-selector` of the entity does.
 *
 * @throws ConflictError if it is of something else
 */
export function refuseOther(
  client: ArgocdClient,
  application: Application,
  owner: Owner & { entityRef: string },
): void {
  if (belongsTo(application, owner)) return;
  const { annotations = {}, labels = {}, name } = application.metadata;
  const entity = parseEntityRef(owner.entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  const isMarked = Object.keys(annotations).some(key =>
    ['portico/entity', 'portico/task'].includes(key),
  );
  const isNamed = SERVICE_LABELS.some(label => labels[label] === entity.name);
  if (!isMarked && isNamed) return;
  throw new ConflictError(
    `Application '${name}' does not belong to ${
      owner.entityRef
    }: ${describeOwner(application)}, and no label names ${
      entity.name
    }. Nothing was changed. ${client.pageUrl(application)}`,
  );
}
