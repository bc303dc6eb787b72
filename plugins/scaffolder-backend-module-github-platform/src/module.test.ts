import {
  createBackendModule,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import upstreamModule from '@backstage/plugin-scaffolder-backend-module-github';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { scaffolderAutocompleteExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { flowCleanupExtensionPoint } from '@portico/plugin-flows-node';
import module from '.';

/** Stands for the form's suggestions, which upstream's module offers beside its actions, and for our clean-up. */
const autocomplete = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'reads-autocomplete',
  register({ registerInit }) {
    registerInit({
      deps: {
        autocomplete: scaffolderAutocompleteExtensionPoint,
        cleanup: flowCleanupExtensionPoint,
      },
      async init() {},
    });
  },
});

async function listActions(feature: BackendFeature): Promise<string[]> {
  const ids: string[] = [];
  const addActions = (...actions: TemplateAction[]) =>
    ids.push(...actions.map(({ id }) => id));
  const backend = await startTestBackend({
    features: [
      feature,
      autocomplete,
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({ data: {} }),
    ],
    extensionPoints: [
      [scaffolderActionsExtensionPoint, { addActions }],
      [
        scaffolderAutocompleteExtensionPoint,
        { addAutocompleteProvider: () => {} },
      ],
      [flowCleanupExtensionPoint, { addRemovers: () => {} }],
    ],
  });
  await backend.stop();
  return ids.sort();
}

describe('the module', () => {
  it("offers all that upstream's does, each once, and github:actions:create", async () => {
    const upstream = await listActions(upstreamModule);
    expect(upstream).toContain('publish:github');
    expect(await listActions(module)).toEqual(
      [
        ...upstream,
        'github:actions:create',
        'github:pull-request:ensure',
        'github:pull-request:merge',
        'github:repo:retire',
        'portico:find-release',
        'github:issue:close',
        'github:issue:comment',
        'github:team:add-member',
        'github:team:remove-member',
      ].sort(),
    );
  });
});
