import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { healthExtensionPoint } from '@portico/plugin-health-node';
import { healthModulePagerDuty } from './module';

jest.setTimeout(120_000);

it.each([
  [{ health: { pagerduty: { token: 't' } } }, 1],
  [{ health: {} }, 0],
])('with %j it adds %i provider and responder', async (data, times) => {
  const addProvider = jest.fn();
  const addResponder = jest.fn();
  const health = {
    addProvider,
    addResponder,
    addSeriesProvider: jest.fn(),
    addTimelineProvider: jest.fn(),
  };
  const backend = await startTestBackend({
    extensionPoints: [[healthExtensionPoint, health]],
    features: [
      healthModulePagerDuty,
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({ data }),
    ],
  });
  await backend.stop();
  expect(addProvider).toHaveBeenCalledTimes(times);
  expect(addResponder).toHaveBeenCalledTimes(times);
});
