import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonValue } from '@backstage/types';
import { MemoryFlowLedger } from '@portico/plugin-flows-node/testUtils';
import { createLocationRemover } from '../registration/locationRemover';
import { createEnsureRegisteredAction } from './ensureRegistered';

const TARGET =
  'https://github.com/mini-org/gift-cards/tree/main/catalog-info.yaml';
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'gift-cards', namespace: 'default' },
};

/** A catalog that reads a location in after two looks. */
function setup(options: { lostAnswer?: boolean } = {}) {
  const locations = new Set<string>();
  let looks = 0;
  const catalog = {
    addLocation: async ({
      target,
      dryRun,
    }: {
      target: string;
      dryRun?: boolean;
    }) => {
      if (!dryRun) {
        if (locations.has(target)) throw new Error('Location already exists');
        locations.add(target);
        if (options.lostAnswer) throw new Error('connection reset');
      }
      return { entities: [entity] };
    },
    getLocationByRef: async (ref: string) =>
      locations.has(ref.replace('url:', '')) ? { id: 'l1' } : undefined,
    getEntityByRef: async () => {
      looks += 1;
      return locations.size > 0 && looks > 2 ? entity : undefined;
    },
    removeLocationById: async () => locations.clear(),
  } as unknown as CatalogService;
  const ledger = new MemoryFlowLedger();
  const integrations = ScmIntegrations.fromConfig(
    mockServices.rootConfig({
      data: { integrations: { github: [{ host: 'github.com' }] } },
    }),
  );
  const action = createEnsureRegisteredAction({
    catalog,
    integrations,
    ledger,
    pollMs: 1,
  });
  const remover = createLocationRemover({
    catalog,
    auth: mockServices.auth(),
    pollMs: 1,
  });
  const outputs: Record<string, unknown> = {};
  const run = async (checkpoints = new Map<string, JsonValue | void>()) => {
    const input = {
      repoContentsUrl: 'https://github.com/mini-org/gift-cards/blob/main',
    };
    await action.handler({
      ...createMockActionContext({ input }),
      task: { id: 'task-1' },
      async checkpoint({ key, fn }) {
        if (!checkpoints.has(key)) checkpoints.set(key, await fn());
        return checkpoints.get(key) as never;
      },
      output: (name, value) => {
        outputs[String(name)] = value;
      },
    });
  };
  const remove = () =>
    remover.remove(ledger.row('Catalog entity'), {
      logger: mockServices.logger.mock(),
      signal: AbortSignal.timeout(60_000),
    });
  return { run, remove, ledger, locations, outputs };
}

describe('catalog:ensure-registered', () => {
  it('registers, waits for the entity, and can be taken back', async () => {
    const { run, remove, ledger, locations, outputs } = setup();
    await run();
    expect(outputs).toEqual({
      created: true,
      entityRef: 'component:default/gift-cards',
      catalogInfoUrl: TARGET,
    });
    expect([...locations]).toEqual([TARGET]);
    expect(ledger.row('Catalog entity')).toMatchObject({
      outcome: 'made',
      url: '/catalog/default/component/gift-cards',
    });
    await expect(remove()).resolves.toBe('removed');
    expect(locations.size).toBe(0);
    await expect(remove()).resolves.toBe('absent');
  });

  it('finds what it registered before a restart, or before the answer was lost', async () => {
    const { run, ledger, outputs } = setup({ lostAnswer: true });
    const checkpoints = new Map<string, JsonValue | void>();
    await run(checkpoints);
    await run(checkpoints);
    expect(outputs.created).toBe(true);
    expect(ledger.summary).toEqual([
      'made Catalog entity component:default/gift-cards',
    ]);
  });

  it('leaves a registration alone that was there', async () => {
    const { run, ledger, locations, outputs } = setup();
    locations.add(TARGET);
    await run();
    expect(outputs.created).toBe(false);
    expect(ledger.row('Catalog entity')).toMatchObject({ outcome: 'kept' });
    expect(ledger.row('Catalog entity').remover).toBeUndefined();
  });
});
