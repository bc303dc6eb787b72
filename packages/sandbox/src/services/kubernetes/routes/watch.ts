import type { Request, Response } from 'express';
import type { KubernetesCluster } from '../KubernetesCluster';
import type { Change } from '../objects/ObjectStore';
import { apiVersionOf } from '../objects/ResourceTypes';
import type { KubernetesObject } from '../objects/types';
import { StatusError } from '../StatusError';
import { wantsTable } from './present';
import { presentTable } from './table';
import type { Target } from './target';

/** Streams changes, one JSON object a line, from a version on; first all that is there where none is given. */
export function watch(options: {
  request: Request;
  response: Response;
  target: Target;
  cluster: KubernetesCluster;
  passes: (object: KubernetesObject) => boolean;
}): void {
  const { request, response, target, cluster, passes } = options;
  const { type, namespace, name } = target;
  const { objects, history } = cluster;
  const asTable = wantsTable(request.get('accept'));
  const version = Number(request.query.resourceVersion ?? 0);

  response.status(200).type('application/json');
  response.flushHeaders();
  const send = (kind: string, object: object) =>
    response.write(`${JSON.stringify({ type: kind, object })}\n`);
  const present = (object: KubernetesObject) =>
    asTable
      ? presentTable(type.kind, [object], {}, cluster.time.now())
      : object;
  const concerns = (object: KubernetesObject) =>
    (!namespace || object.metadata.namespace === namespace) &&
    (!name || object.metadata.name === name) &&
    passes(object);
  const tell = (change: Change) => {
    const { resource, object, previous } = change;
    if (resource.plural !== type.plural || resource.group !== type.group)
      return;
    const matches = concerns(object);
    const matched = previous ? concerns(previous) : false;
    if (change.type === 'MODIFIED' && matches !== matched) {
      send(matches ? 'ADDED' : 'DELETED', present(object));
    } else if (matches) {
      send(change.type, present(object));
    }
  };

  if (version === 0) {
    for (const object of objects.list(type, namespace).filter(concerns)) {
      send('ADDED', present(object));
    }
  } else {
    const missed = history.after(version);
    if (!missed) {
      const expired = new StatusError(
        410,
        'Expired',
        `too old resource version: ${version} (${objects.resourceVersion})`,
      );
      send('ERROR', expired.toStatus());
      response.end();
      return;
    }
    missed.forEach(tell);
  }
  if (request.query.sendInitialEvents === 'true') bookmark(true);
  const stop = objects.onChange(tell);
  const timer = setTimeout(() => {
    if (request.query.allowWatchBookmarks) bookmark();
    response.end();
  }, (Number(request.query.timeoutSeconds) || 1800) * 1000);
  response.once('close', () => {
    stop();
    clearTimeout(timer);
  });

  function bookmark(initialEventsEnd = false) {
    send('BOOKMARK', {
      kind: type.kind,
      apiVersion: apiVersionOf(type),
      metadata: {
        resourceVersion: objects.resourceVersion,
        creationTimestamp: null,
        ...(initialEventsEnd
          ? { annotations: { 'k8s.io/initial-events-end': 'true' } }
          : {}),
      },
    });
  }
}
