import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { readLocation } from './readLocation';

const target = 'https://github.com/mini-org/orders/tree/main/catalog-info.yaml';
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
};

/** As the catalog's client tells of an answer: the reason is the cause. */
function refusal(name: string, message: string) {
  const cause = Object.assign(new Error(message), { name });
  return Object.assign(new Error('Request failed with 400 Bad Request'), {
    name: 'ResponseError',
    cause,
  });
}

function read(answers: (Error | 'hang' | object[])[], signal?: AbortSignal) {
  const logger = mockServices.logger.mock();
  const addLocation = jest.fn(async () => {
    const answer = answers.shift();
    if (answer === 'hang') return new Promise(() => {});
    if (answer instanceof Error) throw answer;
    return { entities: answer };
  });
  const result = readLocation({
    catalog: { addLocation } as unknown as CatalogService,
    target,
    credentials: mockCredentials.user(),
    logger,
    signal,
    pauseMs: 1,
  });
  return { result, logger, addLocation };
}

describe('readLocation', () => {
  const unread = refusal('InputError', 'Unable to read url: 503');

  it('reads again while GitHub does not serve the file', async () => {
    const { result, logger } = read([unread, unread, [entity]]);
    await expect(result).resolves.toEqual([entity]);
    expect(logger.warn).toHaveBeenCalledWith(
      `The catalog could not read ${target} (Unable to read url: 503); asked again after 0.001 s`,
    );
  });

  it('gives the reason once it gives up', async () => {
    const { result, addLocation } = read(Array(9).fill(unread));
    await expect(result).rejects.toThrow(
      `The catalog could not read ${target}: Unable to read url: 503`,
    );
    expect(addLocation).toHaveBeenCalledTimes(4);
  });

  it('asks once where the caller may not register anything', async () => {
    const { result, addLocation } = read([refusal('NotAllowedError', 'no')]);
    await expect(result).rejects.toThrow('no');
    expect(addLocation).toHaveBeenCalledTimes(1);
  });

  it('ends with the task, also while the catalog does not answer', async () => {
    const controller = new AbortController();
    const { result } = read(['hang'], controller.signal);
    controller.abort(new Error('cancelled'));
    await expect(result).rejects.toThrow('cancelled');
  });
});
