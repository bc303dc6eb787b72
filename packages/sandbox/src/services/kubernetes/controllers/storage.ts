import type { KubernetesObject } from '../objects/types';
import type { Controller } from './Controller';

interface Claim extends KubernetesObject {
  spec: {
    accessModes?: string[];
    volumeName?: string;
    storageClassName?: string;
    resources?: { requests?: { storage?: string } };
  };
  status?: { phase: string };
}

/** Binds a claim to a new volume after a second. */
export const claimController: Controller<Claim> = (claim, context) => {
  const { objects, steps } = context;
  const { uid, namespace, name, deletionTimestamp } = claim.metadata;
  if (claim.status?.phase === 'Bound' || deletionTimestamp) return;
  if (!claim.status) objects.setStatus(claim, { phase: 'Pending' });
  steps.after(uid, 'bind', 1000, () => {
    const current = objects.get<Claim>(
      'persistentvolumeclaims',
      namespace,
      name,
    );
    if (!current || current.metadata.uid !== uid) return;
    const { accessModes, resources, storageClassName = 'gp3' } = current.spec;
    const volumeName = `pvc-${uid}`;
    const capacity = { storage: resources?.requests?.storage ?? '1Gi' };
    if (!objects.get('persistentvolumes', undefined, volumeName)) {
      const volume = objects.create('persistentvolumes', {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: volumeName },
        spec: {
          accessModes,
          capacity,
          storageClassName,
          persistentVolumeReclaimPolicy: 'Delete',
          claimRef: {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            name,
            namespace,
            uid,
          },
        },
      });
      objects.setStatus(volume, { phase: 'Bound' } as object);
    }
    objects.change(current, object => ({
      ...object,
      spec: { ...object.spec, volumeName, storageClassName },
    }));
    objects.setStatus(current, {
      phase: 'Bound',
      accessModes,
      capacity,
    } as Claim['status']);
  });
};
