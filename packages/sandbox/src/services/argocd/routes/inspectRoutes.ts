import Router from 'express-promise-router';
import { trackedObjects } from '../applications/resourceStatuses';
import { ArgocdError } from '../ArgocdError';
import { sourcesOf } from '../types';
import type { ApplicationsContext } from './ApplicationsContext';
import { resourceTree } from './resourceTree';

/** What an application consists of, and what happened to it. */
export function inspectRoutes(context: ApplicationsContext) {
  const { state, controller, renderer, cluster, readCommit } = context;
  const router = Router();

  router.get('/applications/:name/resource-tree', (request, response) => {
    state.application(request.params.name);
    response.json(resourceTree(cluster, request.params.name));
  });
  router.get('/applications/:name/manifests', (request, response) => {
    const { name } = request.params;
    state.application(name);
    const rendered = controller.comparison.rendered(name);
    response.json({
      manifests: (rendered?.manifests ?? []).map(one => JSON.stringify(one)),
      revision: rendered?.revisions[0],
      sourceType: rendered?.sourceTypes[0],
    });
  });
  router.get('/applications/:name/managed-resources', (request, response) => {
    const { name } = request.params;
    state.application(name);
    const items = (controller.comparison.rendered(name)?.manifests ?? []).map(
      target => {
        const live = cluster.live(target);
        return {
          kind: target.kind,
          namespace: target.metadata.namespace,
          name: target.metadata.name,
          targetState: JSON.stringify(target),
          liveState: live ? JSON.stringify(live) : 'null',
        };
      },
    );
    response.json({ items });
  });
  router.get('/applications/:name/events', (request, response) => {
    const { name } = request.params;
    state.application(name);
    const uids = trackedObjects(cluster, name).map(one => one.metadata.uid);
    const items = cluster.objects
      .list('events')
      .filter(one =>
        uids.includes(
          (one as unknown as { involvedObject: { uid: string } }).involvedObject
            .uid,
        ),
      );
    response.json({ metadata: {}, items });
  });
  router.get(
    '/applications/:name/revisions/:revision/metadata',
    async (request, response) => {
      const { name, revision } = request.params;
      const [source] = sourcesOf(state.application(name).spec);
      const repository = renderer.repositoryOf(source);
      const commit = repository && (await readCommit(repository, revision));
      if (!commit)
        throw new ArgocdError(
          'InvalidArgument',
          `revision ${revision} must be resolved`,
        );
      response.json(commit);
    },
  );
  return router;
}
