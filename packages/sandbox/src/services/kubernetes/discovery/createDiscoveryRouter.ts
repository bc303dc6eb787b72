import { Router } from 'express';
import type { ObjectStore } from '../objects/ObjectStore';
import {
  apiVersionOf,
  splitApiVersion,
  type ResourceType,
} from '../objects/ResourceTypes';
import { noSuchResource } from '../StatusError';

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];
const METRICS = 'metrics.k8s.io/v1beta1';

/** `/version`, `/api`, `/apis` and what each group serves. */
export function createDiscoveryRouter(objects: ObjectStore): Router {
  const router = Router();
  const apiVersions = () => [
    ...new Set([...objects.types.list().map(apiVersionOf), METRICS]),
  ];

  router.get('/version', (_request, response) => {
    response.json({
      major: '1',
      minor: '33',
      gitVersion: 'v1.33.4-sandbox',
      gitCommit: '0000000000000000000000000000000000000000',
      gitTreeState: 'clean',
      buildDate: '2026-01-01T00:00:00Z',
      goVersion: 'sandbox',
      compiler: 'sandbox',
      platform: 'linux/amd64',
    });
  });
  router.get('/api', (_request, response) => {
    response.json({
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [],
    });
  });
  const groups = () =>
    apiVersions()
      .filter(apiVersion => apiVersion.includes('/'))
      .map(groupVersion => {
        const { group, version } = splitApiVersion(groupVersion);
        return {
          name: group,
          versions: [{ groupVersion, version }],
          preferredVersion: { groupVersion, version },
        };
      });
  router.get('/apis', (_request, response) => {
    response.json({
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groups(),
    });
  });
  router.get('/apis/:group', (request, response) => {
    const group = groups().find(one => one.name === request.params.group);
    if (!group) throw noSuchResource();
    response.json({ kind: 'APIGroup', apiVersion: 'v1', ...group });
  });
  router.get(
    ['/api/:version', '/apis/:group/:version'],
    (request, response) => {
      const { group = '', version } = request.params as Record<string, string>;
      const groupVersion = apiVersionOf({ group, version });
      if (!apiVersions().includes(groupVersion)) throw noSuchResource();
      const types = objects.types
        .list()
        .filter(type => apiVersionOf(type) === groupVersion);
      response.json({
        kind: 'APIResourceList',
        apiVersion: 'v1',
        groupVersion,
        resources:
          groupVersion === METRICS
            ? ['pods', 'nodes'].map(name => ({
                name,
                singularName: '',
                namespaced: name === 'pods',
                kind: name === 'pods' ? 'PodMetrics' : 'NodeMetrics',
                verbs: ['get', 'list'],
              }))
            : types.flatMap(resourcesOf),
      });
    },
  );
  return router;
}

function resourcesOf(type: ResourceType) {
  const { plural, kind, namespaced, shortNames, subresources = [] } = type;
  return [
    {
      name: plural,
      singularName: kind.toLowerCase(),
      namespaced,
      kind,
      verbs: VERBS,
      ...(shortNames ? { shortNames } : {}),
    },
    ...['status', ...subresources].map(subresource => ({
      name: `${plural}/${subresource}`,
      singularName: '',
      namespaced,
      kind,
      verbs: subresource === 'log' ? ['get'] : ['get', 'patch', 'update'],
    })),
  ];
}
