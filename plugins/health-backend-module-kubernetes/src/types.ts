/*
 * What is read of Kubernetes' objects. All fields:
 * https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.31/
 */

interface Metadata {
  name: string;
  namespace: string;
  labels?: Record<string, string>;
  creationTimestamp: string;
  deletionTimestamp?: string;
}

export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

/** A Deployment or StatefulSet. */
export interface Workload {
  metadata: Metadata;
  spec: {
    replicas?: number;
    selector: { matchLabels?: Record<string, string> };
  };
  status?: {
    readyReplicas?: number;
    updatedReplicas?: number;
    conditions?: Condition[];
  };
}

interface ContainerState {
  waiting?: { reason?: string; message?: string };
  running?: { startedAt?: string };
  terminated?: { reason?: string; exitCode: number; finishedAt?: string };
}

export interface Pod {
  metadata: Metadata;
  status?: {
    phase?: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
    conditions?: Condition[];
    containerStatuses?: {
      name: string;
      ready: boolean;
      restartCount: number;
      state?: ContainerState;
      lastState?: ContainerState;
    }[];
  };
}

/** An event of a pod whose probe failed. */
export interface ProbeEvent {
  involvedObject: { name?: string; namespace?: string };
  message?: string;
}
