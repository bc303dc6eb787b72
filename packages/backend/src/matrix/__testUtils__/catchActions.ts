import { dirname, resolve } from 'node:path';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';

/** The scaffolder's registry of actions, which it keeps to itself. */
interface ActionRegistry {
  prototype: { register(action: TemplateAction): void };
}

/** Collects every action that the scaffolder registers from now on, as it runs them. */
export function catchActions(): Map<string, TemplateAction> {
  const caught = new Map<string, TemplateAction>();
  const folder = dirname(
    require.resolve('@backstage/plugin-scaffolder-backend/package.json'),
  );
  const { DefaultTemplateActionRegistry } = jest.requireActual<{
    DefaultTemplateActionRegistry: ActionRegistry;
  }>(resolve(folder, 'dist/scaffolder/actions/TemplateActionRegistry.cjs.js'));
  const { register } = DefaultTemplateActionRegistry.prototype;
  jest
    .spyOn(DefaultTemplateActionRegistry.prototype, 'register')
    .mockImplementation(function collect(
      this: ActionRegistry['prototype'],
      action,
    ) {
      caught.set(action.id, action);
      Reflect.apply(register, this, [action]);
    });
  return caught;
}
