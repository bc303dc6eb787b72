import { randomBytes, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Collection, Store } from '../../../kit';
import type { ClusterTime } from '../ClusterTime';
import { alreadyExists, badRequest, conflict, notFound } from '../StatusError';
import {
  apiVersionOf,
  ResourceTypes,
  type ResourceType,
} from './ResourceTypes';
import { customTypes } from './customTypes';
import type { KubernetesObject, Manifest } from './types';

/** An object that came, changed or went. */
export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resource: ResourceType;
  object: KubernetesObject;
  /** As it was before, where it changed. */
  previous?: KubernetesObject;
}

/** Looks at an object before it is written; may return another one, throws a StatusError to refuse it. */
export type Admission = (
  resource: ResourceType,
  object: KubernetesObject,
  previous: KubernetesObject | undefined,
) => KubernetesObject;

const SERVICE = 'kubernetes';

/** All objects of the cluster. Every write gets the next resource version and is told to listeners. */
export class ObjectStore {
  readonly types: ResourceTypes = new ResourceTypes(() =>
    customTypes(this.list(this.types.builtIn('customresourcedefinitions'))),
  );
  readonly #store: Store;
  readonly #time: ClusterTime;
  readonly #listeners = new Set<(change: Change) => void>();
  #admission: Admission = (_resource, object) => object;

  constructor(options: { store: Store; time: ClusterTime }) {
    this.#store = options.store;
    this.#time = options.time;
  }

  set admission(admission: Admission) {
    this.#admission = admission;
  }

  /** The version of the latest write. */
  get resourceVersion(): string {
    const sequences = this.#store.collection<number>(SERVICE, 'sequences');
    return String(sequences.get('resourceVersion') ?? 1);
  }

  /** Calls `listener` after each write; returns what stops it. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get<T extends KubernetesObject = KubernetesObject>(
    type: ResourceType | string,
    namespace: string | undefined,
    name: string,
  ): T | undefined {
    return this.#collection(this.#type(type)).get(idOf(namespace, name)) as
      | T
      | undefined;
  }

  /** Those of a namespace, or all, in the order of namespace and name. */
  list<T extends KubernetesObject = KubernetesObject>(
    type: ResourceType | string,
    namespace?: string,
  ): T[] {
    const objects = this.#collection(this.#type(type)).list() as T[];
    return namespace
      ? objects.filter(object => object.metadata.namespace === namespace)
      : objects;
  }

  /** @throws StatusError 409 if it is there, 422 if it makes no sense, 403 or 404 as its namespace demands */
  create<T extends KubernetesObject = KubernetesObject>(
    type: ResourceType | string,
    manifest: Manifest,
    options: { dryRun?: boolean } = {},
  ): T {
    const resource = this.#type(type);
    const { generateName } = manifest.metadata;
    const name =
      manifest.metadata.name ??
      (generateName && `${generateName}${randomSuffix()}`);
    if (!name) {
      throw badRequest(
        'resource name may not be empty: name or generateName is required',
      );
    }
    const { namespace } = manifest.metadata;
    const { resourceVersion: _sent, ...metadata } = manifest.metadata;
    const object = this.#admission(
      resource,
      {
        ...manifest,
        apiVersion: apiVersionOf(resource),
        kind: resource.kind,
        metadata: {
          ...metadata,
          name,
          uid: randomUUID(),
          resourceVersion: '',
          ...('spec' in manifest ? { generation: 1 } : {}),
          creationTimestamp: this.#time.timestamp(),
        },
      },
      undefined,
    );
    if (this.get(resource, namespace, name)) {
      throw alreadyExists(resource, name);
    }
    if (options.dryRun) return object as T;
    return this.#write('ADDED', resource, object) as T;
  }

  /**
   * Writes an object that exists; metadata that the server owns is kept. A `resourceVersion` must be the
   * current one if it is given.
   *
   * @throws StatusError 404, 409 or 422
   */
  replace<T extends KubernetesObject = KubernetesObject>(
    type: ResourceType | string,
    manifest: Manifest,
    options: { status?: boolean; dryRun?: boolean } = {},
  ): T {
    const resource = this.#type(type);
    const { name = '', namespace, resourceVersion } = manifest.metadata;
    const previous = this.get(resource, namespace, name);
    if (!previous) throw notFound(resource, name);
    if (
      resourceVersion &&
      resourceVersion !== previous.metadata.resourceVersion
    ) {
      throw conflict(resource, name);
    }
    const { uid, generation, creationTimestamp } = previous.metadata;
    const { deletionTimestamp } = previous.metadata;
    let object: KubernetesObject = options.status
      ? { ...previous, status: manifest.status }
      : {
          ...manifest,
          ...(previous.status ? { status: previous.status } : {}),
          apiVersion: apiVersionOf(resource),
          kind: resource.kind,
          metadata: {
            ...manifest.metadata,
            name,
            uid,
            generation,
            creationTimestamp,
            deletionTimestamp,
            resourceVersion: previous.metadata.resourceVersion,
          },
        };
    if (!options.status) {
      object = this.#admission(resource, object, previous);
      if (!isDeepStrictEqual(plain(object.spec), plain(previous.spec))) {
        object.metadata.generation = (generation ?? 0) + 1;
      }
    }
    if (isDeepStrictEqual(plain(object), plain(previous))) return previous as T;
    if (options.dryRun) return object as T;
    if (deletionTimestamp && !object.metadata.finalizers?.length) {
      return this.#erase(resource, object) as T;
    }
    return this.#write('MODIFIED', resource, object, previous) as T;
  }

  /** For controllers: changes what is there, if it still is. */
  change<T extends KubernetesObject>(
    object: T,
    change: (current: T) => T,
    options: { status?: boolean } = {},
  ): T | undefined {
    const resource = this.typeOf(object);
    const { namespace, name, uid } = object.metadata;
    const current = this.get<T>(resource, namespace, name);
    if (!current || current.metadata.uid !== uid) return undefined;
    return this.replace<T>(resource, change(current), options);
  }

  setStatus<T extends KubernetesObject>(object: T, status: T['status']) {
    return this.change(object, current => ({ ...current, status }), {
      status: true,
    });
  }

  /** Marks it for deletion while finalizers or a grace period hold it, else removes it. Returns what is left of it. */
  delete(
    object: KubernetesObject,
    options: { graceSeconds?: number } = {},
  ): KubernetesObject {
    const resource = this.typeOf(object);
    const { metadata } = object;
    const waits =
      metadata.finalizers?.length || (options.graceSeconds ?? 0) > 0;
    if (!waits) return this.#erase(resource, object);
    if (metadata.deletionTimestamp) return object;
    return this.#write(
      'MODIFIED',
      resource,
      {
        ...object,
        metadata: {
          ...metadata,
          deletionTimestamp: this.#time.timestamp(),
          deletionGracePeriodSeconds: options.graceSeconds ?? 0,
        },
      },
      object,
    );
  }

  typeOf(object: { apiVersion: string; kind: string }): ResourceType {
    const type = this.types.of(object.apiVersion, object.kind);
    if (!type) {
      throw new Error(`Unknown kind ${object.apiVersion} ${object.kind}`);
    }
    return type;
  }

  #type(type: ResourceType | string): ResourceType {
    return typeof type === 'string' ? this.types.builtIn(type) : type;
  }

  #collection(type: ResourceType): Collection<KubernetesObject> {
    return this.#store.collection(SERVICE, `${type.group}/${type.plural}`);
  }

  #write(
    type: 'ADDED' | 'MODIFIED',
    resource: ResourceType,
    object: KubernetesObject,
    previous?: KubernetesObject,
  ) {
    const { namespace, name } = object.metadata;
    const written = plain({
      ...object,
      metadata: { ...object.metadata, resourceVersion: this.#nextVersion() },
    });
    this.#collection(resource).put(idOf(namespace, name), written);
    this.#tell({ type, resource, object: written, previous });
    return written;
  }

  #erase(resource: ResourceType, object: KubernetesObject) {
    const { namespace, name } = object.metadata;
    if (this.#collection(resource).delete(idOf(namespace, name))) {
      const metadata = {
        ...object.metadata,
        resourceVersion: this.#nextVersion(),
      };
      this.#tell({
        type: 'DELETED',
        resource,
        object: { ...object, metadata },
        previous: object,
      });
    }
    return object;
  }

  #nextVersion(): string {
    return String(this.#store.nextNumber(SERVICE, 'resourceVersion'));
  }

  #tell(change: Change) {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

function idOf(namespace: string | undefined, name: string) {
  return `${namespace ?? ''}/${name}`;
}

/** As JSON has it: without keys that are `undefined`. */
function plain<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

/** Five letters as Kubernetes appends them to `generateName`. */
function randomSuffix(): string {
  const letters = 'bcdfghjklmnpqrstvwxz2456789';
  return [...randomBytes(5)]
    .map(byte => letters[byte % letters.length])
    .join('');
}
