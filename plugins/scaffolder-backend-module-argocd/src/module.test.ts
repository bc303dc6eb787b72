import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { flowCleanupExtensionPoint } from '@portico/plugin-flows-node';
import module from '.';

describe('the module', () => {
  it('offers the actions, even where no Argo CD is configured', async () => {
    const ids: string[] = [];
    const addActions = (...actions: TemplateAction[]) =>
      ids.push(...actions.map(({ id }) => id));
    const removers: string[] = [];
    const addRemovers = (...added: { id: string }[]) =>
      removers.push(...added.map(({ id }) => id));
    const backend = await startTestBackend({
      features: [module, mockServices.rootConfig.factory({ data: {} })],
      extensionPoints: [
        [scaffolderActionsExtensionPoint, { addActions }],
        [flowCleanupExtensionPoint, { addRemovers }],
      ],
    });
    await backend.stop();
    expect(ids).toEqual([
      'argocd:create-app',
      'argocd:sync-app',
      'argocd:delete-app',
    ]);
    expect(removers).toEqual(['argocd:application']);
  });
});
