import type { Config } from '@backstage/config';
import { readFileSync } from 'node:fs';
import { jwtExpiry } from '../http/jwtExpiry';
import { look } from '../http/look';
import type { Source, Vendor } from '../Source';

const configKey = 'kubernetes.clusterLocatorMethods';
const usedFor = 'Workloads, replicas, restarts.';

/** The clusters that stand in the config; those that are found at run time are seen by who finds them. */
export const kubernetes: Vendor = {
  kind: 'kubernetes',
  title: 'Kubernetes',
  usedFor,
  configKey,
  read: config =>
    (config.getOptionalConfigArray(configKey) ?? [])
      .filter(method => method.getString('type') === 'config')
      .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
      .map(toSource),
};

function toSource(cluster: Config): Source {
  const name = cluster.getString('name');
  const url = cluster.getString('url').replace(/\/+$/, '');
  const token = cluster.getOptionalString('serviceAccountToken');
  const caFile = cluster.getOptionalString('caFile');
  const caData = cluster.getOptionalString('caData');
  return {
    id: `kubernetes:${name}`,
    kind: 'kubernetes',
    title: 'Kubernetes',
    instance: name,
    url,
    usedFor,
    configKey,
    check: signal =>
      look(
        {
          // With a token, something that takes a right; else only whether somebody is there.
          url: token ? `${url}/api/v1/pods?limit=1` : `${url}/version`,
          headers: token ? { authorization: `Bearer ${token}` } : {},
          ca: caData
            ? Buffer.from(caData, 'base64').toString()
            : caFile && readFileSync(caFile, 'utf8'),
          insecure: cluster.getOptionalBoolean('skipTLSVerify'),
          signal,
        },
        {
          configKey,
          hasToken: Boolean(token),
          read: () => {
            if (!token) return { answeredAs: 'Kubernetes' };
            const validUntil = jwtExpiry(token);
            return {
              answeredAs: 'Kubernetes',
              token: { state: 'valid', ...(validUntil && { validUntil }) },
            };
          },
        },
      ),
  };
}
