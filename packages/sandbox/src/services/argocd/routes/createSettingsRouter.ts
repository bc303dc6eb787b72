import Router from 'express-promise-router';
import type { Kit } from '../../../kit';
import type { ArgocdState } from '../applications/ArgocdState';
import { CLUSTER } from '../applications/validateSpec';
import { ArgocdError } from '../ArgocdError';
import { sourcesOf, type AppProject } from '../types';

/** Projects, repositories, clusters, and who one is. */
export function createSettingsRouter(options: {
  kit: Kit;
  state: ArgocdState;
}) {
  const { kit, state } = options;
  const router = Router();
  const put = (project: AppProject) =>
    state.projects.put(project.metadata.name, {
      ...project,
      metadata: {
        ...project.metadata,
        namespace: 'argocd',
        creationTimestamp:
          project.metadata.creationTimestamp ?? kit.clock.timestamp(),
      },
      status: {},
    });

  router.get('/projects', (_request, response) => {
    response.json({ metadata: {}, items: state.projects.list() });
  });
  router.get('/projects/:name', (request, response) => {
    response.json(state.project(request.params.name));
  });
  router.post('/projects', (request, response) => {
    const { project, upsert } = request.body as {
      project: AppProject;
      upsert?: boolean;
    };
    if (state.projects.get(project.metadata.name) && !upsert) {
      throw new ArgocdError(
        'InvalidArgument',
        'existing project spec is different, use upsert flag to force update',
      );
    }
    response.json(put(project));
  });
  router.put('/projects/:name', (request, response) => {
    state.project(request.params.name);
    response.json(put((request.body as { project: AppProject }).project));
  });
  router.delete('/projects/:name', (request, response) => {
    const { name } = request.params;
    state.project(name);
    const users = state.applications.filter(one => one.spec.project === name);
    if (users.length) {
      throw new ArgocdError(
        'InvalidArgument',
        `project is referenced by ${users.length} applications`,
      );
    }
    state.projects.delete(name);
    response.json({});
  });
  router.get('/repositories', (_request, response) => {
    const urls = new Set(
      state.applications
        .list()
        .flatMap(one => sourcesOf(one.spec).map(source => source.repoURL)),
    );
    const items = [...urls].map(repo => ({
      repo,
      type: 'git',
      connectionState: { status: 'Successful' },
    }));
    response.json({ metadata: {}, items });
  });
  const cluster = {
    ...CLUSTER,
    connectionState: { status: 'Successful', message: '' },
    serverVersion: '1.33',
    config: { tlsClientConfig: { insecure: false } },
  };
  router.get('/clusters', (_request, response) => {
    response.json({ metadata: {}, items: [cluster] });
  });
  router.get('/clusters/:server', (request, response) => {
    const { server } = request.params;
    if (server !== CLUSTER.server && server !== CLUSTER.name)
      throw new ArgocdError('PermissionDenied', 'permission denied');
    response.json(cluster);
  });
  router.get('/session/userinfo', (_request, response) => {
    response.json({
      loggedIn: true,
      username: 'admin',
      iss: 'argocd',
      groups: [],
    });
  });
  router.get('/account/can-i/:resource/:action/*', (_request, response) => {
    response.json({ value: 'yes' });
  });
  router.get('/settings', (_request, response) => {
    response.json({
      url: kit.urls.argocd,
      appLabelKey: 'app.kubernetes.io/instance',
      trackingMethod: 'annotation',
      controllerNamespace: 'argocd',
      execEnabled: false,
    });
  });
  return router;
}
