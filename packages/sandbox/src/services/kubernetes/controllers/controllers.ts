import { podController } from '../pods/podController';
import { autoscalerController } from './autoscaler';
import type { Controller } from './Controller';
import { cronJobController } from './cronJob';
import { daemonSetController } from './daemonSet';
import { deploymentController } from './deployment';
import { jobController } from './job';
import { namespaceController } from './namespace';
import { ingressController, serviceController } from './network';
import { replicaSetController } from './replicaSet';
import { statefulSetController } from './statefulSet';
import { claimController } from './storage';

/** What looks after objects of which type. Each is called with objects of its own type alone. */
export const CONTROLLERS = {
  namespaces: namespaceController,
  pods: podController,
  replicasets: replicaSetController,
  deployments: deploymentController,
  statefulsets: statefulSetController,
  daemonsets: daemonSetController,
  jobs: jobController,
  cronjobs: cronJobController,
  services: serviceController,
  ingresses: ingressController,
  persistentvolumeclaims: claimController,
  horizontalpodautoscalers: autoscalerController,
} as unknown as Record<string, Controller>;
