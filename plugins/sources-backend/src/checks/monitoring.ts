import type { Config } from '@backstage/config';
import type { SourceKind } from '@portico/plugin-sources-common';
import { look } from '../http/look';
import type { Vendor } from '../Source';

/** Prometheus; https://prometheus.io/docs/prometheus/latest/querying/api/#build-information */
export const prometheus = monitoring({
  kind: 'prometheus',
  title: 'Prometheus',
  usedFor: 'Health: requests, errors, latency, saturation, objectives.',
  path: '/api/v1/status/buildinfo',
  version: body => (body as BuildInfo).data?.version,
});

/** Alertmanager; https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml */
export const alertmanager = monitoring({
  kind: 'alertmanager',
  title: 'Alertmanager',
  usedFor: 'Health: alerts that fire, and silences.',
  path: '/api/v2/status',
  version: body => (body as AlertmanagerStatus).versionInfo?.version,
});

interface BuildInfo {
  data?: { version?: string };
}

interface AlertmanagerStatus {
  versionInfo?: { version?: string };
}

function monitoring(options: {
  kind: SourceKind;
  title: string;
  usedFor: string;
  path: string;
  version: (body: object) => string | undefined;
}): Vendor {
  const { kind, title, usedFor, path, version } = options;
  const configKey = `health.${kind}.instances`;
  return {
    kind,
    title,
    usedFor,
    configKey,
    read: config =>
      (config.getOptionalConfigArray(configKey) ?? []).map(instance => {
        const name = instance.getString('name');
        const url = instance.getString('url').replace(/\/+$/, '');
        const headers = headersOf(instance);
        const hasToken = 'authorization' in headers;
        return {
          id: `${kind}:${name}`,
          kind,
          title,
          instance: name,
          url: instance.getOptionalString('externalUrl') ?? url,
          usedFor,
          configKey,
          check: signal =>
            look(
              { url: `${url}${path}`, headers, signal },
              {
                configKey,
                hasToken,
                read: ({ body }) => ({
                  answeredAs: `${title} ${version(body ?? {}) ?? ''}`.trim(),
                  token: { state: hasToken ? 'valid' : 'none' },
                }),
              },
            ),
        };
      }),
  };
}

function headersOf(instance: Config): Record<string, string> {
  const headers = instance.getOptional<Record<string, string>>('headers');
  const token = instance.getOptionalString('token');
  const username = instance.getOptionalString('username');
  const pair = `${username}:${instance.getOptionalString('password') ?? ''}`;
  return {
    ...headers,
    ...(username && {
      authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
    }),
    ...(token && { authorization: `Bearer ${token}` }),
  };
}
