import type { Request, Response } from 'express';
import type { KubernetesCluster } from '../KubernetesCluster';
import type { KubernetesObject } from '../objects/types';
import { parseFieldSelector, parseLabelSelector } from '../objects/selectors';
import { badRequest } from '../StatusError';
import { presentList, wantsTable } from './present';
import { presentTable } from './table';
import type { Target } from './target';
import { watch } from './watch';

/** Whether an object passes the label and field selectors of a request. */
export function selection(
  request: Request,
): (object: KubernetesObject) => boolean {
  const { labelSelector = '', fieldSelector = '' } = request.query;
  const labels = parseLabelSelector(String(labelSelector));
  const fields = parseFieldSelector(String(fieldSelector));
  return object => labels(object.metadata.labels) && fields(object);
}

/** Lists or, with `?watch=1`, streams what changes. */
export function list(
  request: Request,
  response: Response,
  target: Target,
  cluster: KubernetesCluster,
): void {
  const passes = selection(request);
  if (['1', 'true'].includes(String(request.query.watch))) {
    watch({ request, response, target, cluster, passes });
    return;
  }
  const { type, namespace } = target;
  const key = ({ metadata }: KubernetesObject) =>
    `${metadata.namespace ?? ''}/${metadata.name}`;
  const after = readContinue(request.query.continue);
  const matching = cluster.objects
    .list(type, namespace)
    .filter(passes)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .filter(object => after === undefined || key(object) > after);
  const limit = Number(request.query.limit) || matching.length;
  const items = matching.slice(0, limit);
  const left = matching.length - items.length;
  const metadata = {
    resourceVersion: cluster.objects.resourceVersion,
    ...(left
      ? {
          continue: Buffer.from(key(items[items.length - 1])).toString(
            'base64url',
          ),
          remainingItemCount: left,
        }
      : {}),
  };
  response.json(
    wantsTable(request.get('accept'))
      ? presentTable(type.kind, items, metadata, cluster.time.now())
      : presentList(type, items, metadata),
  );
}

function readContinue(token: unknown): string | undefined {
  if (!token) return undefined;
  const key = Buffer.from(String(token), 'base64url').toString('utf8');
  if (!key.includes('/')) throw badRequest('continue key is not valid');
  return key;
}
