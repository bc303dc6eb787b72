import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import grafanaPlugin from '..';
import { catalogFor } from './catalogFor';

/** The plugin over HTTP, with the given section `grafana`. */
export async function startPlugin(options: {
  grafana: JsonObject;
  entities: Entity[];
}) {
  const { server } = await startTestBackend({
    features: [
      grafanaPlugin,
      mockServices.rootConfig.factory({ data: { grafana: options.grafana } }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalogFor(options.entities),
      }),
    ],
  });
  return {
    get: (path: string, user = 'user:default/lena.fischer') =>
      request(server)
        .get(`/api/grafana${path}`)
        .set('authorization', mockCredentials.user.header(user)),
  };
}
