import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiGithubLine } from '@remixicon/react';
import {
  GithubActionsClient,
  githubActionsApiRef,
} from './GithubActionsClient';

const HAS_REPOSITORY = {
  'metadata.annotations.github.com/project-slug': { $exists: true },
};

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: githubActionsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new GithubActionsClient(deps),
    }),
});

const card = EntityCardBlueprint.make({
  name: 'runs',
  params: {
    type: 'content',
    filter: HAS_REPOSITORY,
    loader: () =>
      import('./components/WorkflowRunsSection').then(m => (
        <m.WorkflowRunsSection title="CI" limit={3} />
      )),
  },
});

const content = EntityContentBlueprint.make({
  name: 'runs',
  params: {
    path: '/ci',
    title: 'CI',
    group: 'development',
    filter: HAS_REPOSITORY,
    loader: () =>
      import('./components/WorkflowRunsSection').then(m => (
        <div style={{ paddingTop: 20 }}>
          <m.WorkflowRunsSection title="Workflow runs" />
        </div>
      )),
  },
});

/** CI runs of an entity's repository: a card in the overview and a tab. */
export default createFrontendPlugin({
  pluginId: 'github-actions',
  title: 'CI',
  icon: <RiGithubLine />,
  extensions: [api, card, content],
});
