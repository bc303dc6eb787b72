import type { ClusterTime } from '../ClusterTime';
import type { KubernetesObject } from '../objects/types';
import type { ObjectStore } from '../objects/ObjectStore';
import type { EventRecorder } from './EventRecorder';
import type { Steps } from './Steps';

/** What controllers work with. */
export interface ControllerContext {
  objects: ObjectStore;
  time: ClusterTime;
  events: EventRecorder;
  steps: Steps;
}

/**
 * Brings the cluster closer to what an object asks for. Called whenever the object or what it owns
 * changed; must do nothing where all is well.
 */
export type Controller<T extends KubernetesObject = KubernetesObject> = (
  object: T,
  context: ControllerContext,
) => void;
