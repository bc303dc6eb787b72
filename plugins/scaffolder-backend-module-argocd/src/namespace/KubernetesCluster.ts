import { ServiceUnavailableError } from '@backstage/errors';
import { repeat } from '@portico/plugin-flows-common';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

const TIMEOUT_MS = 15_000;

/** How the portal reaches a Kubernetes API, from `kubernetes.clusterLocatorMethods`. */
export interface ClusterAccess {
  name: string;
  url: string;
  token: string;
  /** Certificate authority in PEM. */
  ca?: string;
  skipTlsVerify: boolean;
}

/** An answer of the Kubernetes API. */
export interface KubernetesAnswer {
  status: number;
  body: {
    message?: string;
    items?: { metadata: { name: string } }[];
    metadata?: { uid?: string; resourceVersion?: string };
  };
}

/** One request; `body` is sent as JSON. */
interface KubernetesCall {
  method: 'GET' | 'DELETE';
  path: string;
  body?: object;
  signal?: AbortSignal;
}

/** What makes a request worth repeating: 429 or 5xx. */
class Unavailable extends ServiceUnavailableError {
  constructor(readonly answer: KubernetesAnswer) {
    super(`answered ${answer.status}`);
  }
}

/**
 * Asks one Kubernetes API; answers of any status are given back. Requests are repeated after 429, 5xx
 * and lost connections: none of them does harm when it is made twice.
 *
 * @throws ServiceUnavailableError where no answer came
 */
export async function askKubernetes(
  cluster: ClusterAccess,
  call: KubernetesCall,
): Promise<KubernetesAnswer> {
  try {
    return await repeat(
      async () => {
        const answer = await send(cluster, call);
        const isBusy = answer.status === 429 || answer.status >= 500;
        if (isBusy) throw new Unavailable(answer);
        return answer;
      },
      {
        isWorthwhile: error => error instanceof ServiceUnavailableError,
        signal: call.signal,
        retries: 3,
      },
    );
  } catch (error) {
    if (error instanceof Unavailable) return error.answer;
    throw error;
  }
}

async function send(
  cluster: ClusterAccess,
  call: KubernetesCall,
): Promise<KubernetesAnswer> {
  const { method, path, body, signal } = call;
  const url = new URL(path, cluster.url);
  const content = body && JSON.stringify(body);
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  try {
    return await new Promise<KubernetesAnswer>((resolve, reject) => {
      const outgoing = open(
        url,
        {
          method,
          agent: false, // so few calls, so far apart, that a kept connection would be stale
          ca: cluster.ca,
          rejectUnauthorized: !cluster.skipTlsVerify,
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
          headers: {
            authorization: `Bearer ${cluster.token}`,
            accept: 'application/json',
            ...(content
              ? {
                  'content-type': 'application/json',
                  // Node adds none to a DELETE, whose body would then be lost.
                  'content-length': Buffer.byteLength(content),
                }
              : {}),
          },
        },
        async response => {
          try {
            let text = '';
            for await (const chunk of response.setEncoding('utf8')) {
              text += chunk;
            }
            resolve({
              status: response.statusCode ?? 0,
              body: text ? JSON.parse(text) : {},
            });
          } catch (error) {
            reject(error);
          }
        },
      );
      outgoing.on('error', reject);
      outgoing.end(content);
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw new ServiceUnavailableError(
      `Kubernetes cluster '${
        cluster.name
      }' could not be asked for ${method} ${path}: ${
        timeout.aborted
          ? `no answer within ${TIMEOUT_MS / 1000} s`
          : (error as Error).message
      }.`,
      error as Error,
    );
  }
}
