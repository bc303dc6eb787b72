import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { healthExtensionPoint } from '@portico/plugin-health-node';
import { healthModuleAlertmanager } from './module';

async function start(data: JsonObject) {
  const health = {
    addProvider: jest.fn(),
    addSeriesProvider: jest.fn(),
    addTimelineProvider: jest.fn(),
    addResponder: jest.fn(),
  };
  const backend = await startTestBackend({
    extensionPoints: [[healthExtensionPoint, health]],
    features: [
      healthModuleAlertmanager,
      mockServices.rootConfig.factory({ data }),
    ],
  });
  await backend.stop();
  return health;
}

jest.setTimeout(120_000);

it('tells of alerts and silences them where a server is configured, and is quiet otherwise', async () => {
  const instances = [{ name: 'mini-org', url: 'http://127.0.0.1:7107' }];
  const health = await start({ health: { alertmanager: { instances } } });
  expect(health.addProvider).toHaveBeenCalledWith(
    expect.objectContaining({ id: 'alertmanager', instances: ['mini-org'] }),
  );
  expect(health.addResponder).toHaveBeenCalledTimes(1);
  expect((await start({})).addProvider).not.toHaveBeenCalled();
});
