import { ServiceUnavailableError } from '@backstage/errors';
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

/** Asks one Kubernetes API; answers of any status are given back. */
export async function askKubernetes(
  cluster: ClusterAccess,
  call: {
    method: 'GET' | 'DELETE';
    path: string;
    body?: object;
    signal?: AbortSignal;
  },
): Promise<KubernetesAnswer> {
  const { method, path, body, signal } = call;
  const url = new URL(path, cluster.url);
  const content = body && JSON.stringify(body);
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  try {
    return await new Promise<KubernetesAnswer>((resolve, reject) => {
      const outgoing = send(
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
