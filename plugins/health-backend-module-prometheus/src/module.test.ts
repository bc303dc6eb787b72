import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { healthExtensionPoint } from '@portico/plugin-health-node';
import { healthModulePrometheus } from './module';

/** What the module adds to `health`, with a configuration. */
async function addedWith(health: JsonObject) {
  const added: string[] = [];
  const add = (kind: string) => (it: { id: string }) => {
    added.push(`${kind} ${it.id}`);
  };
  await startTestBackend({
    extensionPoints: [
      [
        healthExtensionPoint,
        {
          addProvider: add('provider'),
          addSeriesProvider: add('series'),
          addTimelineProvider: add('timeline'),
          addResponder: add('responder'),
        },
      ],
    ],
    features: [
      healthModulePrometheus,
      mockServices.rootConfig.factory({ data: { health } }),
    ],
  });
  return added;
}

describe('the module', () => {
  it('gives signals and charts', async () => {
    const instances = [{ name: 'main', url: 'http://prometheus' }];
    await expect(addedWith({ prometheus: { instances } })).resolves.toEqual([
      'provider prometheus',
      'series prometheus',
    ]);
  });

  it('is quiet where nothing is configured', async () => {
    await expect(addedWith({})).resolves.toEqual([]);
  });
});
