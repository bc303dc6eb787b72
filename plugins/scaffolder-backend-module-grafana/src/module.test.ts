import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { flowCleanupExtensionPoint } from '@portico/plugin-flows-node';
import module from '.';

it('offers the actions, even where no Grafana is configured', async () => {
  const actions: string[] = [];
  const removers: string[] = [];
  const backend = await startTestBackend({
    features: [module, mockServices.rootConfig.factory({ data: {} })],
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        {
          addActions: (...added: TemplateAction[]) =>
            actions.push(...added.map(({ id }) => id)),
        },
      ],
      [
        flowCleanupExtensionPoint,
        {
          addRemovers: (...added: { id: string }[]) =>
            removers.push(...added.map(({ id }) => id)),
        },
      ],
    ],
  });
  await backend.stop();
  expect(actions).toEqual([
    'grafana:dashboard:ensure',
    'grafana:dashboard:delete',
  ]);
  expect(removers).toEqual(['grafana:dashboard', 'grafana:folder']);
});
