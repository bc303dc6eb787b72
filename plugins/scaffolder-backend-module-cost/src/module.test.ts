import { startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import module from '.';

it('offers the action', async () => {
  const actions: string[] = [];
  const backend = await startTestBackend({
    features: [module],
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        {
          addActions: (...added: TemplateAction[]) =>
            actions.push(...added.map(({ id }) => id)),
        },
      ],
    ],
  });
  await backend.stop();
  expect(actions).toEqual(['cost:estimate']);
});
