import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { PART_OF } from '@portico/plugin-flows-common';
import { DatabaseFlowLedger } from './DatabaseFlowLedger';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

async function createLedger() {
  const knex = await databases.init('SQLITE_3');
  return DatabaseFlowLedger.create(mockServices.database({ knex }));
}

const ctx = { task: { id: 't1' }, step: { id: 'create-repo', name: 'Create' } };
const repository = {
  kind: 'Repository',
  name: 'mini-org/gift-cards',
  ifItFails: 'deleted',
  remover: { id: 'github:repository', params: { repo: 'gift-cards' } },
};

describe('DatabaseFlowLedger', () => {
  it('knows what a step was about to make before the call is made', async () => {
    const ledger = await createLedger();
    const lost = ledger.ensure(ctx, repository, async () => {
      await expect(ledger.list('t1')).resolves.toMatchObject([
        { outcome: 'making', remover: 'github:repository' },
      ]);
      throw new Error('connection reset');
    });
    await expect(lost).rejects.toThrow('connection reset');
    await expect(ledger.list('t1')).resolves.toMatchObject([
      { outcome: 'making', params: { repo: 'gift-cards' } },
    ]);
  });

  it('tells what was made from what was found', async () => {
    const ledger = await createLedger();
    await ledger.ensure(ctx, repository, async () => ({
      created: true,
      url: 'https://github.com/mini-org/gift-cards',
    }));
    await ledger.ensure(ctx, { ...repository, name: 'mini-org/orders' }, () =>
      Promise.resolve({ created: false }),
    );
    await expect(ledger.list('t1')).resolves.toMatchObject([
      {
        outcome: 'made',
        name: 'mini-org/gift-cards',
        ifItFails: 'deleted',
        url: 'https://github.com/mini-org/gift-cards',
      },
      { outcome: 'kept', name: 'mini-org/orders', ifItFails: 'left alone' },
    ]);
  });

  it('keeps a thing made while its step looks again after a restart', async () => {
    const ledger = await createLedger();
    await ledger.ensure(ctx, repository, async () => ({ created: true }));
    await ledger.ensure(ctx, repository, async () => {
      const [row] = await ledger.list('t1');
      expect(row.outcome).toBe('made');
      return { created: true };
    });
    await expect(ledger.list('t1')).resolves.toHaveLength(1);
  });

  it('writes nothing in a dry run', async () => {
    const ledger = await createLedger();
    await ledger.ensure({ ...ctx, isDryRun: true }, repository, async () => ({
      created: true,
    }));
    await expect(ledger.list('t1')).resolves.toEqual([]);
  });

  it('tells what goes with what', async () => {
    const ledger = await createLedger();
    await ledger.note(ctx, 'made', {
      kind: 'Database',
      name: 'aws_db_instance.main',
      ifItFails: 'destroyed',
      partOf: { kind: 'Workspace', name: 'gift-cards-dev' },
    });
    await expect(ledger.list('t1')).resolves.toMatchObject([
      { remover: PART_OF, params: { name: 'gift-cards-dev' } },
    ]);
  });
});
