import { createHash } from 'node:crypto';
import type { ClusterTime } from '../ClusterTime';
import type { KubernetesObject } from '../objects/types';
import type { ObjectStore } from '../objects/ObjectStore';

/** An entry of the cluster's event log, as `kubectl describe` shows it. */
export interface ClusterEvent extends KubernetesObject {
  involvedObject: {
    kind: string;
    namespace?: string;
    name: string;
    uid: string;
  };
  reason: string;
  message: string;
  type: 'Normal' | 'Warning';
  count: number;
  firstTimestamp: string;
  lastTimestamp: string;
  source: { component: string; host?: string };
}

/** How long Kubernetes keeps events. */
const KEPT_MS = 3_600_000;
const MOST = 3_000;

/** Writes events; the same thing about the same object again raises its count. */
export class EventRecorder {
  readonly #objects: ObjectStore;
  readonly #time: ClusterTime;

  constructor(options: { objects: ObjectStore; time: ClusterTime }) {
    this.#objects = options.objects;
    this.#time = options.time;
  }

  record(
    object: KubernetesObject,
    event: {
      reason: string;
      message: string;
      component: string;
      warning?: boolean;
    },
  ): void {
    const { reason, message, component, warning } = event;
    const {
      name,
      namespace = 'default',
      uid,
      resourceVersion,
    } = object.metadata;
    // What a simulated past would have written has expired by now.
    if (this.#time.now().getTime() < Date.now() - KEPT_MS) return;
    // Gone with its namespace.
    if (!this.#accepts(namespace)) return;
    const digest = createHash('sha1')
      .update(`${uid}/${component}/${reason}/${message}`)
      .digest('hex')
      .slice(0, 16);
    const eventName = `${name}.${digest}`;
    const now = this.#time.timestamp();
    const known = this.#objects.get<ClusterEvent>(
      'events',
      namespace,
      eventName,
    );
    if (known) {
      this.#objects.change(known, current => ({
        ...current,
        count: current.count + 1,
        lastTimestamp: now,
      }));
      return;
    }
    this.#prune();
    const manifest: Omit<ClusterEvent, 'metadata'> & {
      metadata: { name: string; namespace: string };
    } = {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: eventName, namespace },
      involvedObject: {
        kind: object.kind,
        namespace: object.metadata.namespace,
        name,
        uid,
        ...{ apiVersion: object.apiVersion, resourceVersion },
      },
      reason,
      message,
      type: warning ? 'Warning' : 'Normal',
      count: 1,
      firstTimestamp: now,
      lastTimestamp: now,
      source: { component },
    };
    this.#objects.create('events', manifest);
  }

  #accepts(namespace: string) {
    const home = this.#objects.get('namespaces', undefined, namespace);
    return home !== undefined && !home.metadata.deletionTimestamp;
  }

  #prune() {
    const events = this.#objects.list<ClusterEvent>('events');
    if (events.length < MOST) return;
    const oldest = new Date(Date.now() - KEPT_MS).toISOString();
    const expired = events.filter(event => event.lastTimestamp < oldest);
    for (const event of expired.length ? expired : events.slice(0, 500)) {
      this.#objects.delete(event);
    }
  }
}
