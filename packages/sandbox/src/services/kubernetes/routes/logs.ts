import type { Request, Response } from 'express';
import type { KubernetesCluster } from '../KubernetesCluster';
import type { Container, Pod } from '../objects/workloads';
import { podLog, type LogLine } from '../pods/podLog';
import { badRequest, notFound } from '../StatusError';

const FOLLOW_MS = 1_000;

/** `GET …/pods/<name>/log`: `container`, `tailLines`, `sinceSeconds`, `timestamps`, `previous`, `follow`. */
export function sendLog(
  request: Request,
  response: Response,
  cluster: KubernetesCluster,
  place: { namespace: string; name: string },
): void {
  const { objects, time } = cluster;
  const { query } = request;
  const { namespace, name } = place;
  const read = () => objects.get<Pod>('pods', namespace, name);
  const pod = read();
  if (!pod) throw notFound(objects.types.builtIn('pods'), name);
  const container = chooseContainer(pod, query.container);
  const status = pod.status?.containerStatuses?.find(
    candidate => candidate.name === container.name,
  );
  const previous = query.previous === 'true';
  if (previous && !status?.lastState.terminated) {
    throw badRequest(
      `previous terminated container "${container.name}" in pod "${name}" not found`,
    );
  }
  const waiting = status?.state.waiting;
  if (!previous && (!status || waiting)) {
    if (!status?.lastState.terminated) {
      throw badRequest(
        `container "${
          container.name
        }" in pod "${name}" is waiting to start: ${whyWaiting(
          waiting?.reason,
        )}`,
      );
    }
  }
  const useLast = previous || Boolean(waiting);
  const lines = (current: Pod) =>
    podLog(current, container, { now: time.now(), previous: useLast });
  const print = (line: LogLine) =>
    `${query.timestamps === 'true' ? `${line.at} ` : ''}${line.text}\n`;

  let selected = lines(pod);
  if (query.sinceSeconds) {
    const since = new Date(
      time.now().getTime() - Number(query.sinceSeconds) * 1000,
    ).toISOString();
    selected = selected.filter(line => line.at >= since);
  }
  if (query.tailLines)
    selected = selected.slice(-Number(query.tailLines) || selected.length);
  response.status(200).type('text/plain');
  response.write(selected.map(print).join(''));
  if (query.follow !== 'true' || useLast) {
    response.end();
    return;
  }
  let last = selected.at(-1)?.at ?? '';
  const timer = setInterval(() => {
    const current = read();
    if (current?.metadata.uid !== pod.metadata.uid) {
      response.end();
      return;
    }
    const fresh = lines(current).filter(line => line.at > last);
    last = fresh.at(-1)?.at ?? last;
    if (fresh.length) response.write(fresh.map(print).join(''));
  }, FOLLOW_MS);
  response.once('close', () => clearInterval(timer));
}

function whyWaiting(reason = 'ContainerCreating'): string {
  if (reason === 'ErrImagePull' || reason === 'ImagePullBackOff') {
    return 'trying and failing to pull image';
  }
  return reason;
}

function chooseContainer(pod: Pod, wanted: unknown): Container {
  const { containers } = pod.spec;
  const { name } = pod.metadata;
  if (!wanted && containers.length > 1) {
    throw badRequest(
      `a container name must be specified for pod ${name}, choose one of: [${containers
        .map(container => container.name)
        .join(' ')}]`,
    );
  }
  const container = wanted
    ? containers.find(candidate => candidate.name === wanted)
    : containers[0];
  if (!container) {
    throw badRequest(`container ${wanted} is not valid for pod ${name}`);
  }
  return container;
}
