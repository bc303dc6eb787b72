import type { Request, Response } from 'express';
import type {
  KubernetesCluster,
  PropagationPolicy,
} from '../KubernetesCluster';
import type { KubernetesObject, Manifest } from '../objects/types';
import { badRequest, noSuchResource, notFound } from '../StatusError';
import { isObject } from '../patch/mergePatch';
import { list, selection } from './list';
import { applyPatch, isApply, readApply, readJson } from './patch';
import { wantsTable } from './present';
import { presentTable } from './table';
import type { Target } from './target';

/** A request for an object or a list, and where it points. */
export interface Call {
  request: Request;
  response: Response;
  target: Target;
  cluster: KubernetesCluster;
}

/** What each HTTP method does to objects. */
export const HANDLERS: Record<string, (call: Call) => void> = {
  GET(call) {
    const { request, response, target, cluster } = call;
    if (!target.name || request.query.watch) {
      list(request, response, target, cluster);
      return;
    }
    const object = existing(call);
    if (target.subresource === 'scale') {
      response.json(scaleOf(object));
    } else if (wantsTable(request.get('accept'))) {
      response.json(
        presentTable(target.type.kind, [object], {}, cluster.time.now()),
      );
    } else {
      response.json(object);
    }
  },

  POST(call) {
    const { request, response, target, cluster } = call;
    if (target.subresource === 'eviction') {
      cluster.delete(existing(call));
      response.status(201).json({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Success',
      });
      return;
    }
    if (target.name) throw noSuchResource();
    const manifest = readManifest(call);
    const dryRun = request.query.dryRun === 'All';
    const created = cluster.objects.create(target.type, manifest, { dryRun });
    response.status(201).json(created);
  },

  PUT(call) {
    const { response, target } = call;
    const manifest = readManifest(call);
    if (manifest.metadata.name && manifest.metadata.name !== target.name) {
      throw badRequest(
        `the name of the object (${manifest.metadata.name}) does not match the name on the URL (${target.name})`,
      );
    }
    response.json(write(call, existing(call), manifest));
  },

  PATCH(call) {
    const { request, response, target, cluster } = call;
    const { type, namespace, name = '' } = target;
    const current = cluster.objects.get(type, namespace, name);
    if (!current && isApply(request)) {
      const applied = readApply(request);
      const created = cluster.objects.create(type, {
        ...applied,
        metadata: { ...applied.metadata, name, namespace },
      });
      response.status(201).json(created);
      return;
    }
    const before = existing(call);
    const base = target.subresource === 'scale' ? scaleOf(before) : before;
    const patched = applyPatch(request, base);
    response.json(write(call, before, patched));
  },

  DELETE(call) {
    const { request, response, target, cluster } = call;
    const { type, namespace, name } = target;
    const options = readDeleteOptions(request);
    if (!name) {
      const passes = selection(request);
      const all = cluster.objects.list(type, namespace).filter(passes);
      for (const object of all) cluster.delete(object, options);
      response.json({
        kind: `${type.kind}List`,
        apiVersion: 'v1',
        metadata: {},
        items: all,
      });
      return;
    }
    const object = existing(call);
    const left = cluster.delete(object, options);
    if (left.metadata.deletionTimestamp) {
      response.json(left);
      return;
    }
    response.json({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: {
        name,
        ...(type.group ? { group: type.group } : {}),
        kind: type.plural,
        uid: object.metadata.uid,
      },
    });
  },
};

function existing({ target, cluster }: Call): KubernetesObject {
  const { type, namespace, name = '' } = target;
  const object = cluster.objects.get(type, namespace, name);
  if (!object) throw notFound(type, name);
  return object;
}

function readManifest({ request, target }: Call): Manifest {
  const body = readJson(request);
  if (!isObject(body)) throw badRequest('the body must be an object');
  const { kind, apiVersion } = body;
  const { type, namespace } = target;
  const scale = target.subresource === 'scale';
  if (!scale && kind !== undefined && kind !== type.kind) {
    throw badRequest(
      `${type.kind} in version "${type.version}" cannot be handled as a ${kind}: no kind "${kind}" is registered for version "${apiVersion}"`,
    );
  }
  const metadata = isObject(body.metadata) ? body.metadata : {};
  if (namespace && metadata.namespace && metadata.namespace !== namespace) {
    throw badRequest(
      `the namespace of the provided object does not match the namespace sent on the request`,
    );
  }
  return {
    ...(body as unknown as Manifest),
    metadata: { ...metadata, ...(namespace ? { namespace } : {}) },
  };
}

function write(
  { request, target, cluster }: Call,
  current: KubernetesObject,
  manifest: Manifest,
): object {
  const { namespace, name } = current.metadata;
  const dryRun = request.query.dryRun === 'All';
  if (target.subresource === 'scale') {
    const { replicas } = manifest.spec as { replicas: number };
    const scaled = cluster.objects.replace(
      target.type,
      { ...current, spec: { ...current.spec, replicas } } as KubernetesObject,
      { dryRun },
    );
    return scaleOf(scaled);
  }
  return cluster.objects.replace(
    target.type,
    { ...manifest, metadata: { ...manifest.metadata, namespace, name } },
    { dryRun, status: target.subresource === 'status' },
  );
}

function scaleOf(object: KubernetesObject): KubernetesObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const { replicas } = (object.spec ?? {}) as { replicas?: number };
  const status = (object.status ?? {}) as { replicas?: number };
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas },
    status: { replicas: status.replicas ?? 0 },
  };
}

function readDeleteOptions(request: Request) {
  const body =
    request.body && typeof request.body === 'string' ? readJson(request) : {};
  const options = { ...request.query, ...(isObject(body) ? body : {}) };
  const grace = options.gracePeriodSeconds;
  return {
    policy: options.propagationPolicy as PropagationPolicy | undefined,
    graceSeconds: grace === undefined ? undefined : Number(grace),
  };
}
