import type { KubernetesObject } from '../objects/types';
import type { Controller } from './Controller';

interface Namespace extends KubernetesObject {
  spec?: { finalizers?: string[] };
}

/** Gives a namespace its default account, and empties one that is to go. */
export const namespaceController: Controller<Namespace> = (
  namespace,
  context,
) => {
  const { objects } = context;
  const { name, deletionTimestamp } = namespace.metadata;
  if (!deletionTimestamp) {
    ensure('serviceaccounts', 'default', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
    });
    ensure('configmaps', 'kube-root-ca.crt', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: { 'ca.crt': 'Sandbox: simulated cluster, no certificate\n' },
    });
    return;
  }
  objects.setStatus(namespace, { phase: 'Terminating' } as object);
  const contents = objects.types
    .list()
    .filter(type => type.namespaced)
    .flatMap(type => objects.list(type, name));
  for (const object of contents) {
    objects.delete(object, { graceSeconds: object.kind === 'Pod' ? 30 : 0 });
  }
  context.steps.after(namespace.metadata.uid, 'empty', 1000, () => {
    const current = objects.get<Namespace>('namespaces', undefined, name);
    if (!current) return;
    const left = objects.types
      .list()
      .some(type => type.namespaced && objects.list(type, name).length);
    if (left) {
      namespaceController(current, context);
      return;
    }
    const finalizers = current.metadata.finalizers?.filter(
      finalizer => finalizer !== 'kubernetes',
    );
    objects.change(current, object => ({
      ...object,
      metadata: { ...object.metadata, finalizers },
    }));
  });

  function ensure(plural: string, object: string, manifest: object) {
    if (objects.get(plural, name, object)) return;
    objects.create(plural, {
      ...(manifest as { apiVersion: string; kind: string }),
      metadata: { name: object, namespace: name },
    });
  }
};
